/** Work is given to an organisation by a definition or by a fact: either may name none that is there. */
import type { Pool } from 'pg';
import type { Words } from '../contract/words.ts';
import { type No, no } from '../http/problems.ts';
import type { CaseWrite, OpenedActivity } from './case-write.ts';
import { type Hindrance, noOfHindrance } from './hindrance.ts';
import { quoted } from './quoted.ts';
import { Refused } from './refusal.ts';

type Given = Pick<OpenedActivity, 'label' | 'organisationId'>;

/** Known before anything is written. */
export async function whyNobody(pool: Pool, opened: readonly Given[]): Promise<No | undefined> {
  const named = opened.flatMap(({ organisationId }) => organisationId ?? []);
  if (named.length === 0) return undefined;
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM organisation WHERE id = ANY ($1)',
    [named],
  );
  const known = new Set(rows.map(({ id }) => id));
  const hindrance = whyNobodyOf(known, opened);
  return hindrance && noOfHindrance(hindrance);
}

/** The same of organisations that were read before. */
export function whyNobodyOf(
  known: Pick<ReadonlySet<string>, 'has'>,
  opened: readonly Given[],
): Hindrance | undefined {
  const nobodys = opened.find(({ organisationId: id }) => id !== null && !known.has(id));
  return nobodys && organisationUnknown(nobodys.label);
}

const CONSTRAINT = 'activity_organisation_id_foreign';

/**
 * What a write failed of, if it was this: to ask before each would cost every step a round trip.
 * Undefined for any other error.
 */
export function refusedForNobody(
  error: unknown,
  writes: readonly CaseWrite[],
): Refused | undefined {
  const { constraint, detail = '' } = error as { constraint?: string; detail?: string };
  if (constraint !== CONSTRAINT) return undefined;
  const given: Given[] = writes.flatMap(({ opened, revised }) => [...opened, ...revised]);
  const nobodys = given.find(({ organisationId: id }) => id !== null && detail.includes(`(${id})`));
  return new Refused(
    nobodys ? noOfHindrance(organisationUnknown(nobodys.label)) : no('organisation-unknown'),
  );
}

const organisationUnknown = (label: Words): Hindrance => ({
  code: 'organisation-unknown',
  reason: quoted(label, {
    it: '# è affidato a un’organizzazione che non c’è.',
    en: '# is given to an organisation that is not there.',
  }),
  unlock: {
    it: 'Nel dato del caso va indicata un’organizzazione che c’è; se la nomina il percorso, lo corregge il coordinamento.',
    en: 'The fact of the case has to name one that is there; if the pathway names it, the coordinators correct that.',
  },
});
