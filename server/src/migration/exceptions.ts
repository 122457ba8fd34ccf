import type { ClientBase } from 'pg';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeMigration } from './change-migration.ts';
import { queueMigration } from './migration-job.ts';

// Whoever excepts another time gives another reason.
const EXCEPT = `
update pathway_migration_case set status = 'kept', reason = $3, error_id = null
where migration_id = $1 and case_id = $2 and status in ('waiting', 'parked', 'failed', 'kept')`;
const INCLUDE = `
update pathway_migration_case set status = 'waiting', reason = null
where migration_id = $1 and case_id = $2 and status = 'kept' returning "group"`;
const RAISE = 'update pathway_migration set revision = revision + 1 where id = $1';
const COMPUTE = `
update pathway_migration set status = 'computing', done = 0, total = 0 where id = $1`;

/** This case stays on its version, even while the others are being moved. */
export function exceptCase(
  server: Server,
  { params, body }: Asked<'exceptCase'>,
): Promise<No | undefined> {
  const reason = { it: body.reason, en: body.reason };
  return changeMigration(server, params.id, ['planned', 'running', 'stopped'], async (client) => {
    const { rowCount } = await client.query(EXCEPT, [params.id, params.case, reason]);
    if (rowCount === 0) return whyNot(client, params);
    await client.query(RAISE, [params.id]);
    return undefined;
  });
}

/** It goes over after all; one that was never looked at, because it was excepted, is now. */
export function includeCase(
  server: Server,
  { params }: Asked<'includeCase'>,
): Promise<No | undefined> {
  return changeMigration(server, params.id, ['planned', 'stopped'], async (client, { status }) => {
    const included = await client.query<{ group: string | null }>(INCLUDE, [
      params.id,
      params.case,
    ]);
    if (included.rowCount === 0) return whyNot(client, params);
    await client.query(RAISE, [params.id]);
    if (status !== 'planned' || included.rows[0]!.group !== null) return undefined;
    await client.query(COMPUTE, [params.id]);
    await queueMigration(client, params.id);
    return undefined;
  });
}

async function whyNot(
  client: ClientBase,
  params: { readonly id: string; readonly case: string },
): Promise<No> {
  const { rowCount } = await client.query(
    'select from pathway_migration_case where migration_id = $1 and case_id = $2',
    [params.id, params.case],
  );
  return no(rowCount === 0 ? 'not-found' : 'migration-case-not-now');
}
