import type { ClientBase } from 'pg';
import { caseWrite } from '../case/decision.ts';
import { inTransaction } from '../case/in-transaction.ts';
import { type Written, writeRevisions } from '../case/write-statement.ts';
import type { MigrationStatus } from '../contract/migrations.ts';
import type { Server } from '../server.ts';
import { noteOutcomes } from './note-outcomes.ts';
import { passGate } from './plan-gate.ts';
import { isReady, type Outcome, type Prepare, type Ready, type UnderWay } from './prepare.ts';
import { workAlone } from './work-alone.ts';

/** How a plan goes over its cases: which wait, which state of the plan lets them go. */
export interface Going {
  readonly prepare: Prepare;
  readonly while: MigrationStatus;
  readonly pending: 'waiting' | 'moved';
}

/**
 * Other processes skip what is held here, and a stop waits until it is through. Who has a reason or
 * an error was tried already, and could not be put back.
 */
const CLAIM = `
select c.case_id as id from pathway_migration m
join pathway_migration_case c on c.migration_id = m.id
where m.id = $1 and m.status = $2 and c.status = $3
  and c.reason is null and c.error_id is null
order by c.case_id limit $4 for share of m for update of c skip locked`;

/**
 * Goes over some of the cases that wait: those that change nothing but their own rows share a
 * statement and a commit, the others and whatever fails are done alone. False when none waits.
 */
export async function workOnBatch(
  server: Server,
  plan: UnderWay,
  going: Going,
  size: number,
): Promise<boolean> {
  let claimed: readonly string[] = [];
  const alone = await inTransaction(server, async (client) => {
    await passGate(client, plan.id);
    claimed = await claim(client, plan, going, size);
    const through = await together(server, client, plan, going, claimed);
    return claimed.filter((id) => !through.has(id));
  }).catch((error: unknown) => {
    server.log.warn(`migration ${plan.id}: a batch failed, its cases are done alone`);
    if (claimed.length === 0) throw error;
    return claimed;
  });
  for (const id of alone) await workAlone(server, plan, going, id);
  return claimed.length > 0;
}

async function claim(
  client: ClientBase,
  plan: UnderWay,
  going: Going,
  size: number,
): Promise<readonly string[]> {
  const values = [plan.id, going.while, going.pending, size];
  const { rows } = await client.query<{ id: string }>({
    name: 'migration-claim',
    text: CLAIM,
    values,
  });
  return rows.map(({ id }) => id);
}

/** Which cases are through. */
async function together(
  server: Server,
  client: ClientBase,
  plan: UnderWay,
  { prepare }: Going,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const prepared = await prepare(server, client, plan, ids);
  const ready = prepared.filter(isReady).filter(isSimple);
  const written = await writeTogether(server, client, plan, ready);
  const outcomes: Outcome[] = [
    ...prepared.flatMap((one) => (isReady(one) ? [] : one)),
    // Whoever was faster keeps what was done: such a case is planned anew, alone.
    ...ready.flatMap((one) => {
      const revision = written.get(one.loaded.id)?.revision;
      return revision === undefined ? [] : one.written(revision);
    }),
  ];
  await noteOutcomes(client, plan.id, outcomes);
  return new Set(outcomes.map(({ caseId }) => caseId));
}

const isSimple = ({ decision: { rows, within } }: Ready) =>
  !rows.needsTransaction && rows.messages.length === 0 && within === undefined;

async function writeTogether(
  server: Server,
  client: ClientBase,
  { actor }: UnderWay,
  ready: readonly Ready[],
): Promise<ReadonlyMap<string, Written>> {
  if (ready.length === 0) return new Map();
  const now = server.clock();
  const writes = ready.map(({ loaded, decision }) =>
    caseWrite(server, loaded, decision, actor, now, [], undefined),
  );
  const written = await writeRevisions(client, writes);
  return new Map(written.map((one) => [one.caseId, one]));
}
