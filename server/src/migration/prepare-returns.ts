import type { Entry, Words } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import { isBegunAnew } from '../case/begun-anew.ts';
import type { RevisedActivity } from '../case/case-write.ts';
import type { Decision } from '../case/decision.ts';
import type { EffectRows } from '../case/effect-rows.ts';
import { type LoadedCase, loadCases } from '../case/load-case.ts';
import { TIME_ZONE } from '../case/time-zone.ts';
import { GIVEN_UP, movingThread } from '../drafts/document-thread.ts';
import type { Server } from '../server.ts';
import { documentText } from './document-text.ts';
import { MovingBusy } from './moving-busy.ts';
import { type OpenRow, openActivities } from './open-activities.ts';
import type { Former, Outcome, Ready, UnderWay } from './prepare.ts';
import { IS_ERASED } from './prepare-moves.ts';
import type { Returned } from './return-work.ts';
import { seatOrQueueAgain } from './seat-or-queue-again.ts';
import { decisionOf } from './written-down.ts';

/** A case that was moved, and the entry that says how. */
interface Done {
  readonly loaded: LoadedCase;
  readonly former: Former;
  readonly entry: string;
  readonly from: number;
  readonly to: number;
}

const DONE = `
select c.case_id as "caseId", c.former, e.facts as entry
from pathway_migration_case c
join trace_entry e on e.case_id = c.case_id and e.revision = c.revision_after
where c.migration_id = $1 and c.case_id = any ($2)`;

/** How some cases are put back as they were, or why they can't be. */
export async function prepareReturns(
  server: Server,
  on: Pool | ClientBase,
  plan: UnderWay,
  caseIds: readonly string[],
): Promise<(Ready | Outcome)[]> {
  const cases = new Map((await loadCases(on, caseIds)).map((one) => [one.id, one]));
  const open = await openActivities(on, caseIds);
  const { rows } = await on.query<{ caseId: string; former: Former; entry: string | null }>(DONE, [
    plan.id,
    caseIds,
  ]);
  const known = rows.flatMap(({ caseId, former, entry }): Done[] => {
    const loaded = cases.get(caseId)!;
    const event = entry === null ? undefined : (JSON.parse(entry) as Entry).event;
    const isThere = event?.type === 'migrate' && loaded.version === event.to;
    return isThere && loaded.status === 'active' && !loaded.isErased
      ? [{ loaded, former, entry: entry!, ...event }]
      : [];
  });
  const prepared = rows
    .filter(({ caseId }) => !known.some(({ loaded }) => loaded.id === caseId))
    .map(({ caseId }): Ready | Outcome => {
      const reason = cases.get(caseId)!.isErased ? IS_ERASED : IS_ELSEWHERE;
      return { caseId, status: 'gone-on', reason };
    });
  for (const some of Map.groupBy(known, ({ from, to }) => `${from} ${to}`).values()) {
    const returned = await returnedTo(server, plan, some);
    for (const [at, done] of some.entries()) {
      const rowsNow = open.get(done.loaded.id) ?? [];
      prepared.push(readyOrNot(server, done, returned[at]!, rowsNow));
    }
  }
  return prepared;
}

const IS_ELSEWHERE = {
  it: 'Il caso nel frattempo si è concluso o è passato a un’altra versione.',
  en: 'The case has ended meanwhile, or has gone over to another version.',
};

async function returnedTo(
  server: Server,
  { pathwayId }: UnderWay,
  some: readonly Done[],
): Promise<readonly Returned[]> {
  const { from, to } = some[0]!;
  const returned = await movingThread.ask({
    kind: 'return',
    before: await documentText(server.pool, pathwayId, from),
    after: await documentText(server.pool, pathwayId, to),
    circumstances: { now: server.clock().toISOString(), timeZone: TIME_ZONE },
    cases: some.map(({ loaded, former, entry }) => ({
      snapshot: loaded.snapshot,
      facts: JSON.stringify(loaded.facts),
      former: former.snapshot,
      entry,
    })),
  });
  if (returned === GIVEN_UP) throw new MovingBusy();
  return returned;
}

function readyOrNot(
  server: Server,
  done: Done,
  returned: Returned,
  open: readonly OpenRow[],
): Ready | Outcome {
  const { loaded, former } = done;
  if (!returned.ok) {
    const reason = inOne([returned.refusal.reason, ...returned.since]);
    return { caseId: loaded.id, status: 'gone-on', reason };
  }
  const { written, lasting } = returned;
  const decided = decisionOf(server, loaded, 'take-back', done.from, written);
  const seats = former.activities.filter((row) => row.enrolment !== null && !isOpen(row, open));
  const decision: Decision = {
    ...decided,
    rows: asBefore(decided.rows, former, open),
    ...(seats.length > 0 && { within: (client) => seatOrQueueAgain(client, seats) }),
  };
  return {
    loaded,
    decision,
    written: () => ({ caseId: loaded.id, status: 'taken-back' }),
    lasting,
  };
}

const inOne = (words: readonly Words[]): Words => ({
  it: words.map(({ it }) => it).join(' '),
  en: words.map(({ en }) => en).join(' '),
});

const isOpen = ({ id }: OpenRow, open: readonly OpenRow[]) => open.some((row) => row.id === id);

/** What was ended is open again, the very row of it; what reads otherwise reads as it did. */
function asBefore(rows: EffectRows, { activities }: Former, open: readonly OpenRow[]): EffectRows {
  const again = activities.filter((row) => !isOpen(row, open) && !isBegunAnew(row.kind));
  const names = new Set(again.map(({ activity }) => activity));
  const kept = activities.flatMap((row): RevisedActivity[] => {
    const now = open.find(({ id }) => id === row.id);
    return now ? [{ ...revisedRow(row), status: now.status }] : [];
  });
  return {
    ...rows,
    opened: rows.opened.filter(({ activity }) => !names.has(activity)),
    revised: [...kept, ...again.map(revisedRow)],
  };
}

const revisedRow = (row: OpenRow): RevisedActivity => ({
  id: row.id,
  status: row.status,
  step: row.step,
  role: row.role,
  organisationId: row.organisationId,
  label: row.label,
  help: row.help,
  form: row.form,
  dueAt: row.dueAt,
});
