import { withTransaction } from '../database/transaction.ts';
import type { Server } from '../server.ts';

const DAY_MS = 86_400_000;
const PREVIEW_DAYS = 1;
const PLAN_DAYS = 30;

// Answers and exceptions are somebody's work: they are forgotten only where a later preview of the
// same draft has taken them over.
const FORGETTABLE = `
m.started_at is null and m.status <> 'computing'
  and m.created_at < case when m.draft_id is null then $2 else $1 end::timestamptz
  and (m.decisions = '[]' and not exists (
      select from pathway_migration_case c where c.migration_id = m.id and c.status = 'kept')
    or exists (
      select from pathway_migration n where n.draft_id = m.draft_id and n.status <> 'computing'
        and (n.created_at, n.id) > (m.created_at, m.id)))`;
// What somebody changes just now is left for the next time. What was changed while it was being
// found shows only to the next statement, and by then nobody changes it any more.
const HOLD = `
select m.id from pathway_migration m where ${FORGETTABLE} for update skip locked`;
const FORGET = `delete from pathway_migration m where m.id = any ($3) and ${FORGETTABLE}`;

/** Forgets previews and plans that were never started, some time after they were made. */
export async function tidyMigrations({ pool, clock }: Server): Promise<void> {
  const ago = (days: number) => new Date(clock().getTime() - days * DAY_MS);
  const before = [ago(PREVIEW_DAYS), ago(PLAN_DAYS)];
  await withTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(HOLD, before);
    await client.query(FORGET, [...before, rows.map(({ id }) => id)]);
  });
}
