import { innermostOf } from '@percorso/engine';
import { logAccess } from '../access/access-log.ts';
import { pathwayVersion } from '../case/pathway-versions.ts';
import { stepSummary } from '../case/step-words.ts';
import type { MigrationCase, MigrationCaseList } from '../contract/migrations.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { storedGroups } from './stored-plan.ts';
import { whoAsked } from './who.ts';

const LIST = (who: string) => `
select c.id, coalesce(p.group_name, concat_ws(' ', p.last_name, p.first_name)) as name,
  case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end
    as "caseManager",
  m.version, c.pathway_id as pathway, c.version as "versionNow", c.steps, m."group", m.verdict,
  m.status, m.reason, m.error_id as "errorId", m.revision_before as "revisionBefore",
  m.revision_after as "revisionAfter", count(*) over ()::int as total
from pathway_migration_case m join "case" c on c.id = m.case_id
join participant p on p.id = c.participant_id left join person k on k.id = c.case_manager_id
where m.migration_id = $1 and ${who} and ($2::text is null or m.status = $2)
order by name, c.id offset $3 limit $4`;

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
  const groups = await storedGroups(server.pool, params.id);
  if (!groups) return no('not-found');
  await logAccess(server, reader.id, 'listMigrationCases');
  const { status, offset, limit, ...who } = query;
  const { sql, values } = whoAsked(groups, who, 5);
  const asked = [params.id, status ?? null, offset, limit, ...values];
  const { rows } = await server.pool.query<Listed>(LIST(sql), asked);
  const cases = await Promise.all(rows.map((row) => caseOf(server, row)));
  return { cases, total: rows[0]?.total ?? 0 };
}

async function caseOf(server: Server, row: Listed): Promise<MigrationCase> {
  const { total: _, pathway: id, versionNow, steps, ...rest } = row;
  const pathway = await pathwayVersion(server, id, versionNow);
  return { ...rest, steps: innermostOf(pathway, steps).map((step) => stepSummary(pathway, step)) };
}
