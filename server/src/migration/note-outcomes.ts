import type { ClientBase, Pool } from 'pg';
import type { Outcome } from './prepare.ts';

const NOTE = `
update pathway_migration_case c set status = o.status, reason = o.reason, error_id = o.error_id,
  revision_before = coalesce(o.revision_before, c.revision_before),
  revision_after = coalesce(o.revision_after, c.revision_after),
  former = coalesce(o.former, c.former)
from jsonb_to_recordset($2::jsonb) as o(case_id uuid, status text, reason jsonb, error_id text,
  revision_before int, revision_after int, former jsonb)
where c.migration_id = $1 and c.case_id = o.case_id`;

/** Keeps what became of some cases of a plan. */
export async function noteOutcomes(
  on: Pool | ClientBase,
  migrationId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = outcomes.map((one) => ({
    case_id: one.caseId,
    status: one.status,
    reason: one.reason ?? null,
    error_id: one.errorId ?? null,
    revision_before: one.revisionBefore ?? null,
    revision_after: one.revisionAfter ?? null,
    former: one.former ?? null,
  }));
  const values = [migrationId, JSON.stringify(rows)];
  await on.query({ name: 'migration-outcomes', text: NOTE, values });
}

const NOTE_STUCK = `
update pathway_migration_case set status = $4, reason = $5, error_id = $6
where migration_id = $1 and case_id = $2 and status = $3`;

/**
 * Keeps why nothing came of a case, unless something has come of it meanwhile: nobody holds its row
 * any more.
 */
export async function noteStuck(
  pool: Pool,
  migrationId: string,
  pending: Outcome['status'],
  { caseId, status, reason, errorId }: Outcome,
): Promise<void> {
  const values = [migrationId, caseId, pending, status, reason ?? null, errorId ?? null];
  await pool.query(NOTE_STUCK, values);
}
