import type { Server } from '../server.ts';

const DAY_MS = 86_400_000;
const PREVIEW_DAYS = 1;
const PLAN_DAYS = 30;

// Answers and exceptions are somebody's work: they are forgotten only where a later preview of the
// same draft has taken them over.
const FORGET = `
delete from pathway_migration m
where m.started_at is null and m.status <> 'computing'
  and m.created_at < case when m.draft_id is null then $2 else $1 end::timestamptz
  and (m.decisions = '[]' and not exists (
      select from pathway_migration_case c where c.migration_id = m.id and c.status = 'kept')
    or exists (
      select from pathway_migration n where n.draft_id = m.draft_id and n.status <> 'computing'
        and (n.created_at, n.id) > (m.created_at, m.id)))`;

/** Forgets previews and plans that were never started, some time after they were made. */
export async function tidyMigrations({ pool, clock }: Server): Promise<void> {
  const ago = (days: number) => new Date(clock().getTime() - days * DAY_MS);
  await pool.query(FORGET, [ago(PREVIEW_DAYS), ago(PLAN_DAYS)]);
}
