import type { ClientBase } from 'pg';

/**
 * Who is on an older version and has no row in the plan $1: began on it after the plan was made,
 * while its version was withdrawn for a time, or had an end undone.
 */
export const NEWCOMERS = `
from pathway_migration n join "case" c on c.pathway_id = n.pathway_id
join participant p on p.id = c.participant_id
where n.id = $1 and c.status = 'active' and c.version < n.to_version and p.erased_at is null
  and not exists (
    select from pathway_migration_case o where o.migration_id = n.id and o.case_id = c.id)`;
const ADD = `
insert into pathway_migration_case (migration_id, case_id, version, status, revision_before)
select n.id, c.id, c.version, 'waiting', c.revision ${NEWCOMERS} on conflict do nothing`;

/** They go over like the others, as the plan's answers and rules decide it when their turn comes. */
export async function addNewcomers(client: ClientBase, migrationId: string): Promise<void> {
  await client.query(ADD, [migrationId]);
}
