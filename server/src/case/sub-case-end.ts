import type { CaseEvent } from '@percorso/engine';
import { No } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { findActivityInput } from './activity-input.ts';
import { advanceCase } from './advance-case.ts';
import { apart } from './apart.ts';
import { loadCase } from './load-case.ts';
import { pathwayVersion } from './pathway-versions.ts';

/** A repeat, or a sub-case that was withdrawn meanwhile: nothing is left to do. */
const NOTHING_LEFT = ['activity-not-open', 'case-ended', 'not-found'];

/**
 * Tells the case around a sub-case that it has ended, and how. A repeat changes nothing. Throws
 * where that case refuses it, so that the queue tries again.
 */
export async function endSubCase(server: Server, caseId: string): Promise<void> {
  const refused = await tellEnd(server, caseId);
  if (refused) throw new Error(`the end of a sub-case was refused: ${refused.code}`);
}

async function tellEnd(server: Server, caseId: string): Promise<No | undefined> {
  const child = await loadCase(server.pool, caseId);
  if (child?.status !== 'done' || !child.parentCaseId || !child.parentActivity) return undefined;
  const parent = (await loadCase(server.pool, child.parentCaseId))!;
  const { document } = await pathwayVersion(server, parent.pathwayId, parent.version);
  const input = findActivityInput(document, child.parentActivity);
  const form = input?.form === undefined ? undefined : document.forms[input.form];
  const acted = await advanceCase(server, {
    caseId: parent.id,
    actor: { kind: 'system' },
    event: eventOf(child.parentActivity, child.outcome ?? 'completed', form?.properties.outcome),
    onlyWhileSubCase: caseId,
  });
  return acted instanceof No && !NOTHING_LEFT.includes(acted.code) ? acted : undefined;
}

const UNTOLD = `
SELECT c.id FROM activity a JOIN "case" c ON c.id = a.sub_case_id AND c.status = 'done'
WHERE a.kind = 'pathway' AND a.status IN ('open', 'accepted') LIMIT 1000`;

/**
 * Tells of every sub-case that has ended untold: the job of a process that was killed while at it
 * stays locked for hours. One that is refused, or fails, holds up nothing else, and is told by the
 * next sweep.
 */
export async function endUntoldSubCases(server: Server): Promise<void> {
  const { rows } = await server.pool.query<{ id: string }>(UNTOLD);
  for (const { id } of rows) {
    const failure = 'The end of a sub-case could not be told';
    const refused = await apart(server, failure, () => tellEnd(server, id));
    if (refused) server.log.warn('The end of a sub-case is untold', { why: refused.code });
  }
}

/**
 * The outcome goes along where the activity's form asks for it. One that the form doesn't know says
 * at least whether the sub-pathway was completed.
 */
function eventOf(
  activity: string,
  outcome: string,
  field: { readonly oneOf?: readonly { readonly const: string }[] } | undefined,
): CaseEvent {
  if (!field) return { type: 'done', activity };
  const isKnown = field.oneOf === undefined || field.oneOf.some((one) => one.const === outcome);
  if (isKnown) return { type: 'done', activity, answer: { outcome } };
  const fallback = outcome === 'completed' ? 'completed' : 'withdrawn';
  return field.oneOf!.some((one) => one.const === fallback)
    ? { type: 'done', activity, answer: { outcome: fallback } }
    : { type: 'failed', activity, reason: 'cancelled' };
}
