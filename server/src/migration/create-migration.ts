import type { ClientBase } from 'pg';
import type { MigrationView } from '../contract/migrations.ts';
import { withTransaction } from '../database/transaction.ts';
import { draftHead, draftText } from '../drafts/draft-rows.ts';
import { whyNot } from '../drafts/draft-state.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { queueMigration } from './migration-job.ts';
import { migrationView } from './migration-view.ts';

const PREVIEW = `
insert into pathway_migration (id, pathway_id, draft_id, draft_revision, document, status,
  decisions, created_at, created_by)
values ($1, $2, $3, $4, $5, 'computing', '[]', $6, $7)`;

/** What a draft, as it is at this revision, would mean for everybody inside. */
export async function previewMigration(
  server: Server,
  { params, body, reader }: Asked<'previewMigration'>,
): Promise<MigrationView | No> {
  const head = await draftHead(server.pool, params.id);
  const refused = whyNot(head, body.revision);
  if (refused) return refused;
  const { id: draft, pathwayId, revision } = head!;
  const text = await draftText(server.pool, draft);
  const id = server.newId();
  return created(server, id, (client) =>
    client.query(PREVIEW, [id, pathwayId, draft, revision, text, server.clock(), reader.id]),
  );
}

const CURRENT = `
select w.current_version as "currentVersion", exists (
  select from pathway_version v where v.pathway_id = w.id and v.version = $2) as exists
from pathway w where w.id = $1`;
// Answers are kept where their question comes up again; where it doesn't they mean nothing.
const PLAN = `
insert into pathway_migration (id, pathway_id, to_version, status, decisions, created_at,
  created_by)
values ($1, $2, $3, 'computing', coalesce((
  select decisions from pathway_migration where id = $4 and pathway_id = $2), '[]'), $5, $6)`;
const EXCEPTIONS = `
insert into pathway_migration_case (migration_id, case_id, version, status, reason)
select $1, m.case_id, c.version, 'kept', m.reason
from pathway_migration_case m join "case" c on c.id = m.case_id
where m.migration_id = $2 and m.status = 'kept' and c.pathway_id = $3 and c.status = 'active'`;

/** How everybody on an older version goes over to the current one. */
export async function planMigration(
  server: Server,
  { params, body, reader }: Asked<'planMigration'>,
): Promise<MigrationView | No> {
  const asked = [params.id, body.version];
  const { rows } = await server.pool.query<{ currentVersion: number; exists: boolean }>(
    CURRENT,
    asked,
  );
  if (!rows[0]?.exists) return no('not-found');
  if (rows[0].currentVersion !== body.version) return no('migration-outdated');
  const id = server.newId();
  const from = body.decisionsOf ?? null;
  return created(server, id, async (client) => {
    await client.query(PLAN, [id, params.id, body.version, from, server.clock(), reader.id]);
    await client.query(EXCEPTIONS, [id, from, params.id]);
  });
}

async function created(
  server: Server,
  id: string,
  insert: (client: ClientBase) => Promise<unknown>,
): Promise<MigrationView> {
  await withTransaction(server.pool, async (client) => {
    await insert(client);
    await queueMigration(client, id);
  });
  return (await migrationView(server.pool, id))!;
}
