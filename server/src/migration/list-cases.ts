import { logAccess } from '../access/access-log.ts';
import { pathwayVersion } from '../case/pathway-versions.ts';
import { innermost, stepSummary } from '../case/step-words.ts';
import type { MigrationCase, MigrationCaseList } from '../contract/migrations.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { migrationHead } from './migration-head.ts';

// The steps are those of the plan: where a case is now may be another matter.
const LIST = `
select c.id, coalesce(p.group_name, concat_ws(' ', p.last_name, p.first_name)) as name,
  case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end
    as "caseManager",
  m.version, c.pathway_id as pathway, c.version as "versionNow", c.steps, m."group", m.verdict,
  m.status, m.reason, m.error_id as "errorId", m.revision_before as "revisionBefore",
  m.revision_after as "revisionAfter", count(*) over ()::int as total
from pathway_migration_case m join "case" c on c.id = m.case_id
join participant p on p.id = c.participant_id left join person k on k.id = c.case_manager_id
where m.migration_id = $1 and ($2::text is null or m."group" = $2)
  and ($3::text is null or m.status = $3) and ($4::text is null or m.verdict = $4)
  and ($5::int is null or m.version = $5) and ($6::text is null or $6 = any (c.steps))
order by name, c.id offset $7 limit $8`;

type Listed = Omit<MigrationCase, 'steps'> & {
  readonly pathway: string;
  readonly versionNow: number;
  readonly steps: readonly string[];
  readonly total: number;
};

/** The people behind a group, a step or a status. */
export async function listMigrationCases(
  server: Server,
  { params, query, reader }: Asked<'listMigrationCases'>,
): Promise<MigrationCaseList | No> {
  if (!(await migrationHead(server.pool, params.id))) return no('not-found');
  await logAccess(server, reader.id, 'listMigrationCases');
  const { group, status, verdict, version, step, offset, limit } = query;
  const { rows } = await server.pool.query<Listed>(
    LIST,
    [params.id, group, status, verdict, version, step, offset, limit].map((one) => one ?? null),
  );
  const cases = await Promise.all(rows.map((row) => caseOf(server, row)));
  return { cases, total: rows[0]?.total ?? 0 };
}

async function caseOf(server: Server, row: Listed): Promise<MigrationCase> {
  const { total: _, pathway: id, versionNow, steps, ...rest } = row;
  const pathway = await pathwayVersion(server, id, versionNow);
  return { ...rest, steps: innermost(pathway, steps).map((step) => stepSummary(pathway, step)) };
}
