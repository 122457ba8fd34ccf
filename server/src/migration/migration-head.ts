import type { ClientBase, Pool } from 'pg';
import type { MigrationStatus } from '../contract/migrations.ts';
import type { Decided } from './stored-plan.ts';

/** What decides whether something may be done with a plan. */
export interface MigrationHead {
  readonly id: string;
  readonly pathwayId: string;
  readonly draftId: string | null;
  readonly toVersion: number | null;
  readonly status: MigrationStatus;
  readonly decisions: readonly Decided[];
  readonly startedBy: string | null;
  readonly takenBackBy: string | null;
  readonly revision: number;
}

const HEAD = `
select id, pathway_id as "pathwayId", draft_id as "draftId", to_version as "toVersion", status,
  decisions, started_by as "startedBy", taken_back_by as "takenBackBy", revision
from pathway_migration where id = $1`;

export async function migrationHead(
  on: Pool | ClientBase,
  id: string,
): Promise<MigrationHead | undefined> {
  return (await on.query<MigrationHead>(HEAD, [id])).rows[0];
}
