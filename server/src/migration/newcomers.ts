import type { ClientBase } from 'pg';
import type { Server } from '../server.ts';
import { queueMigration } from './migration-job.ts';

/**
 * Who is on an older version and has no row in the plan $1: began on it after the plan was made,
 * while its version was withdrawn for a time, or had an end undone.
 */
const NEWCOMERS = `
from pathway_migration n join "case" c on c.pathway_id = n.pathway_id
join participant p on p.id = c.participant_id
where n.id = $1 and c.status = 'active' and c.version < n.to_version and p.erased_at is null
  and not exists (
    select from pathway_migration_case o where o.migration_id = n.id and o.case_id = c.id)`;
const ADD = `
insert into pathway_migration_case (migration_id, case_id, version, status, revision_before)
select n.id, c.id, c.version, 'waiting', c.revision ${NEWCOMERS} on conflict do nothing`;

/**
 * Whoever came while a plan was stopped goes over like the others, as its answers and rules decide
 * it when their turn comes.
 */
export async function addNewcomers(client: ClientBase, migrationId: string): Promise<void> {
  await client.query(ADD, [migrationId]);
}

const ARE_THERE = `select exists (select ${NEWCOMERS}) as "areThere"`;

export async function areThereNewcomers(client: ClientBase, id: string): Promise<boolean> {
  return (await client.query<{ areThere: boolean }>(ARE_THERE, [id])).rows[0]!.areThere;
}

const LOOK_AGAIN = `
update pathway_migration m set status = 'computing', revision = revision + 1, done = 0, total = 0
from pathway w
where m.id = $1 and m.status = 'planned' and w.id = m.pathway_id
  and m.to_version = w.current_version and exists (select ${NEWCOMERS})`;

/**
 * A plan that may still be started and doesn't know of somebody is found out anew: newcomers need
 * seats, and may have something asked of them, like everybody else.
 */
export async function lookAgainForNewcomers({ pool }: Server, id: string): Promise<void> {
  const { rowCount } = await pool.query(LOOK_AGAIN, [id]);
  // Were the process killed in between, the sweep would see to it.
  if (rowCount === 1) await queueMigration(pool, id);
}
