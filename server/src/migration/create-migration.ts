import { Refused, refusedAsValue } from '../case/refusal.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { withTransaction } from '../database/transaction.ts';
import { draftHead, draftText } from '../drafts/draft-rows.ts';
import { whyNot } from '../drafts/draft-state.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { answeredBefore, takeOverExceptions } from './answers-before.ts';
import { freshPreview } from './fresh-preview.ts';
import { queueMigration } from './migration-job.ts';
import { migrationView } from './migration-view.ts';

const PREVIEW = `
insert into pathway_migration (id, pathway_id, draft_id, draft_revision, document, status,
  decisions, created_at, created_by)
values ($1, $2, $3, $4, $5, 'computing', coalesce((
  select decisions from pathway_migration where id = $6), '[]'), $7, $8)`;

/**
 * What a draft, as it is at this revision, would mean for everybody inside. Holds the draft's row:
 * of many who ask at once the first has it found out, and the others are given the same preview.
 */
export async function previewMigration(
  server: Server,
  { params, body, reader }: Asked<'previewMigration'>,
): Promise<MigrationView | No> {
  const id = await refusedAsValue(
    withTransaction(server.pool, async (client) => {
      await client.query('select from draft where id = $1 for no key update', [params.id]);
      const head = await draftHead(client, params.id);
      const refused = whyNot(head, body.revision);
      if (refused) throw new Refused(refused);
      const { id: draft, pathwayId, revision } = head!;
      const fresh = await freshPreview(server, client, head!);
      if (fresh) return fresh;
      const id = server.newId();
      const from = await answeredBefore(client, pathwayId, { draft });
      const text = await draftText(client, draft);
      const [now, by] = [server.clock(), reader.id];
      await client.query(PREVIEW, [id, pathwayId, draft, revision, text, from, now, by]);
      await takeOverExceptions(client, id, from);
      await queueMigration(client, id);
      return id;
    }),
  );
  return id instanceof No ? id : (await migrationView(server.pool, id))!;
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
  await withTransaction(server.pool, async (client) => {
    const from = body.decisionsOf ?? (await answeredBefore(client, params.id, body));
    await client.query(PLAN, [id, params.id, body.version, from, server.clock(), reader.id]);
    await takeOverExceptions(client, id, from);
    await queueMigration(client, id);
  });
  return (await migrationView(server.pool, id))!;
}
