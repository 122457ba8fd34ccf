import type { ClientBase } from 'pg';
import { caseWrite } from '../case/decision.ts';
import { inTransaction } from '../case/in-transaction.ts';
import { mailOf } from '../case/messages.ts';
import { pathwayVersion } from '../case/pathway-versions.ts';
import { Refused } from '../case/refusal.ts';
import { isOvertaken, writeRevision } from '../case/write-in-transaction.ts';
import { PROBLEMS } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { noteOutcomes, noteStuck } from './note-outcomes.ts';
import { passGate } from './plan-gate.ts';
import { isReady, type Outcome, type Ready, type UnderWay } from './prepare.ts';
import type { Going } from './work-in-batches.ts';

const CLAIM = `
select from pathway_migration m join pathway_migration_case c on c.migration_id = m.id
where m.id = $1 and m.status = any ($2) and c.case_id = $3 and c.status = $4
for share of m for update of c`;
/** One that somebody changes all the time is left for the next batch. */
const ATTEMPTS_MAX = 5;

/**
 * Goes over one case in a transaction of its own: planned anew each time that somebody was faster.
 * A refusal parks it; a bug marks it as failed, with the id of its log entry. Who could not be put
 * back stays moved, with the reason or that id.
 */
export async function workAlone(
  server: Server,
  plan: UnderWay,
  going: Going,
  caseId: string,
): Promise<void> {
  try {
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const through = await attemptAlone(server, plan, { ...going, whiles: [going.while] }, caseId);
      if (through !== 'overtaken') return;
    }
  } catch (error) {
    const errorId = server.newId();
    server.log.error(`A case could not go over to another version (${errorId})`, error);
    const status = going.pending === 'moved' ? 'moved' : 'failed';
    await noteStuck(server.pool, plan.id, going.pending, { caseId, status, errorId });
  }
}

export interface GoingAlone extends Pick<Going, 'prepare' | 'pending'> {
  readonly whiles: readonly Going['while'][];
}

/** What came of it, or why nothing did. */
export type Attempt = Ready | Outcome | 'overtaken' | 'not-waiting';

export async function attemptAlone(
  server: Server,
  plan: UnderWay,
  { prepare, whiles, pending }: GoingAlone,
  caseId: string,
): Promise<Attempt> {
  try {
    return await inTransaction(server, async (client) => {
      await passGate(client, plan.id);
      const claimed = await client.query(CLAIM, [plan.id, whiles, caseId, pending]);
      if (claimed.rowCount === 0) return 'not-waiting';
      const one = (await prepare(server, client, plan, [caseId]))[0]!;
      const outcome = isReady(one) ? await write(server, client, plan, one) : one;
      await noteOutcomes(client, plan.id, [outcome]);
      return one;
    });
  } catch (error) {
    if (isOvertaken(error)) return 'overtaken';
    if (!(error instanceof Refused)) throw error;
    const reason = error.no.details.detail ?? PROBLEMS[error.no.code].detail;
    const status = pending === 'moved' ? 'moved' : 'parked';
    const outcome = { caseId, status, reason } as const;
    await noteStuck(server.pool, plan.id, pending, outcome);
    return outcome;
  }
}

async function write(
  server: Server,
  client: ClientBase,
  { actor, pathwayId }: UnderWay,
  { loaded, decision, written }: Ready,
): Promise<Outcome> {
  const now = server.clock();
  const version = decision.version ?? loaded.version;
  const { document } = await pathwayVersion(server, pathwayId, version);
  const mail = await mailOf(server, loaded, document, decision, now, client);
  const row = caseWrite(server, loaded, decision, actor, now, mail, undefined);
  const { revision } = await writeRevision(server, client, { loaded, decision, write: row });
  return written(revision);
}
