import type { Decision as Answer } from '@percorso/engine';
import type { ClientBase } from 'pg';
import { type LoadedCase, loadCases } from '../case/load-case.ts';
import { pathwayVersion } from '../case/pathway-versions.ts';
import { TIME_ZONE } from '../case/time-zone.ts';
import type { Words } from '../contract/words.ts';
import { GIVEN_UP, movingThread } from '../drafts/document-thread.ts';
import type { Server } from '../server.ts';
import { documentText } from './document-text.ts';
import type { Moved } from './move-work.ts';
import { type OpenRow, openActivities, revisedAs } from './open-activities.ts';
import type { Outcome, Ready, UnderWay } from './prepare.ts';
import { areToStay } from './questions.ts';
import { renamesSince } from './renames-since.ts';
import { answersIn, rulesIn, type StoredDecision } from './stored-plan.ts';
import { decisionOf } from './written-down.ts';

/** How some cases go over, as they are now; whatever the plan said of them when it was made. */
export async function prepareMoves(
  server: Server,
  client: ClientBase,
  plan: UnderWay,
  caseIds: readonly string[],
): Promise<(Ready | Outcome)[]> {
  const cases = await loadCases(client, caseIds);
  const open = await openActivities(client, caseIds);
  const left = caseIds.flatMap((caseId) => {
    const found = cases.find(({ id }) => id === caseId);
    return found ? (leftThere(found, plan) ?? []) : skipped(caseId, IS_GONE);
  });
  const going = cases.filter(({ id }) => !left.some(({ caseId }) => caseId === id));
  const prepared: (Ready | Outcome)[] = [...left];
  for (const [version, some] of Map.groupBy(going, (one) => one.version)) {
    const answers = answersIn(plan.decisions).filter((one) => one.version === version);
    const moved = await movedFrom(server, plan, version, answers, some);
    const { document } = await pathwayVersion(server, plan.pathwayId, plan.toVersion);
    for (const [at, loaded] of some.entries()) {
      const result = moved[at]!;
      const rows = open.get(loaded.id) ?? [];
      prepared.push(
        result.ok
          ? readyToMove(server, plan, loaded, result, rows, document)
          : parked(loaded, result, answers),
      );
    }
  }
  return prepared;
}

const skipped = (caseId: string, reason: Words): Outcome => ({
  ...{ caseId, status: 'skipped', reason },
});

/**
 * What becomes of a case that isn't to go over. Whom a rule holds is parked, and not kept: the next
 * plan takes over the rule, and with it only those who are still at its step.
 */
function leftThere(loaded: LoadedCase, plan: UnderWay): Outcome | undefined {
  const { id: caseId, version, steps, revision: revisionBefore } = loaded;
  const why = whySkipped(loaded, plan);
  if (why) return skipped(caseId, why);
  const rule = rulesIn(plan.decisions).find(
    (one) => one.version === version && steps.includes(one.step.step),
  );
  return rule && { caseId, status: 'parked', reason: rule.reason, revisionBefore };
}

function whySkipped({ status, version, isErased }: LoadedCase, { toVersion }: UnderWay) {
  if (isErased) return IS_ERASED;
  if (status === 'done') return HAS_ENDED;
  return version >= toVersion ? IS_THERE : undefined;
}

const IS_GONE = { it: 'Il caso non c’è più.', en: 'The case is gone.' };
export const IS_ERASED = {
  it: 'I dati del giovane sono stati cancellati nel frattempo.',
  en: 'The participant’s data were erased meanwhile.',
};
const HAS_ENDED = {
  it: 'Il caso si è concluso nel frattempo.',
  en: 'The case has ended meanwhile.',
};
const IS_THERE = {
  it: 'Il caso segue già questa versione o una più recente.',
  en: 'The case follows this version or a later one already.',
};

async function movedFrom(
  server: Server,
  { pathwayId, toVersion }: UnderWay,
  from: number,
  answers: readonly StoredDecision[],
  cases: readonly LoadedCase[],
): Promise<readonly Moved[]> {
  const until = { version: toVersion, draft: null };
  const moved = await movingThread.ask({
    kind: 'move',
    before: await documentText(server.pool, pathwayId, from),
    after: await documentText(server.pool, pathwayId, toVersion),
    versions: { from, to: toVersion },
    renamedSteps: await renamesSince(server.pool, pathwayId, from, until),
    decisions: answers.flatMap(({ steps, at }): Answer[] => (at ? [{ steps, at }] : [])),
    circumstances: { now: server.clock().toISOString(), timeZone: TIME_ZONE },
    cases: cases.map(({ snapshot, facts }) => ({ snapshot, facts: JSON.stringify(facts) })),
  });
  if (moved === GIVEN_UP) throw new Error('carrying cases over took too long or too much memory');
  return moved;
}

function parked(
  { id: caseId, revision }: LoadedCase,
  { refusal }: Extract<Moved, { ok: false }>,
  answers: readonly StoredDecision[],
): Outcome {
  const staying = answers.filter(({ at }) => at === null);
  const isDecided = refusal.questions?.some((question) =>
    staying.some((one) => areToStay(one, question)),
  );
  const reason = isDecided ? IS_TO_STAY : refusal.reason;
  return { caseId, status: 'parked', reason, revisionBefore: revision };
}

const IS_TO_STAY = {
  it: 'È stato deciso che resta sulla sua versione.',
  en: 'It was decided that it stays on its version.',
};

function readyToMove(
  server: Server,
  { toVersion: version }: UnderWay,
  loaded: LoadedCase,
  moved: Extract<Moved, { ok: true }>,
  open: readonly OpenRow[],
  document: Parameters<typeof revisedAs>[0],
): Ready {
  const isRevised = ({ activity }: OpenRow) => moved.activitiesRevised.includes(activity);
  const decided = decisionOf(server, loaded, 'migrate', version, moved.written);
  const closed = new Set(decided.rows.closed.map(({ activity }) => activity));
  const revised = open.filter((row) => isRevised(row) && !closed.has(row.activity));
  const inWords = revised.map((row) => revisedAs(document, row));
  const decision = { ...decided, rows: { ...decided.rows, revised: inWords } };
  const touched = open.filter((row) => closed.has(row.activity) || revised.includes(row));
  const former = { snapshot: loaded.snapshot, activities: touched };
  const revisionBefore = loaded.revision;
  const written = (revisionAfter: number): Outcome => ({
    ...{ caseId: loaded.id, status: 'moved', revisionBefore, revisionAfter, former },
  });
  return { loaded, decision, written, lasting: [] };
}
