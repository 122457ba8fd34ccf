import type { Pathway } from '@percorso/engine';
import type { Pool } from 'pg';
import { mayReadNamesInFigures } from '../../access/policies/overview.ts';
import { pathwayVersion } from '../../case/pathway-versions.ts';
import { UNDONE_REVISIONS } from '../../case/undone-revisions.ts';
import { figuresAsCsv } from '../figures.ts';
import { type Api, route } from '../route.ts';
import { runningByStage } from '../running-by-stage.ts';

/** The programme's own targets (docs/sources: the project sheet). */
const TARGETS = { involved: 800, inTrainingOrInternship: 140 };

/** The steps whose first entry is a milestone, in every pathway of the programme. */
const CONVENED = 'convened';
const IN_CHARGE = 'in-charge';
const TRAINING_STAGES = new Set(['training', 'internship']);

export function overviewRoutes(api: Api): void {
  const { pool } = api.server;
  route(api, 'readOverview', async ({ reader }) => {
    const pathways = await currentPathways(pool);
    const { rows } = await pool.query<Counted>(COUNT, [
      CONVENED,
      IN_CHARGE,
      trainingSteps(pathways),
      api.server.clock(),
    ]);
    const { groups, ...counted } = rows[0]!;
    return {
      ...counted,
      groups,
      targets: TARGETS,
      byCaseManager: mayReadNamesInFigures(reader) ? await caseManagers(api) : [],
      byStage: await runningByStage(pool, pathways),
    };
  });
  route(api, 'exportFigures', async ({ response }) => {
    const csv = await figuresAsCsv(api.server);
    response.attachment('figures.csv').type('text/csv').send(csv);
  });
}

interface Counted {
  registered: number;
  convened: number;
  takenInCharge: number;
  inTrainingOrInternship: number;
  running: number;
  ended: number;
  unassigned: number;
  overdueTasks: number;
  groups: { cases: number; youths: number };
  outcomes: Record<string, number>;
}

// A sub-pathway (an internship) belongs to its youth's case: only cases without a parent count.
const COUNT = `
with top as (
  select c.id, c.status, c.outcome, c.case_manager_id, p.subject, p.head_count
  from "case" c join participant p on p.id = c.participant_id where c.parent_case_id is null
), person as (select * from top where subject = 'person'),
undone as (${UNDONE_REVISIONS}),
walked as (
  select bool_or($1 = any(t.entered)) as convened, bool_or($2 = any(t.entered)) as in_charge,
    bool_or(t.entered && $3) as training
  from person join trace_entry t on t.case_id = person.id
  where (t.case_id, t.revision) not in (select case_id, revision from undone) group by person.id
), milestones as (
  select (count(*) filter (where convened))::int as convened,
    (count(*) filter (where in_charge))::int as "takenInCharge",
    (count(*) filter (where training))::int as "inTrainingOrInternship"
  from walked
), ended as (
  select outcome, count(*)::int as n from person where status = 'done' group by outcome
)
select (select count(*)::int from person) as registered, milestones.*,
  (select count(*)::int from person where status = 'active') as running,
  (select count(*)::int from person where status = 'done') as ended,
  (select count(*)::int from top where status = 'active' and case_manager_id is null) as unassigned,
  (select count(*)::int from activity
    where status in ('open', 'accepted') and due_at < $4) as "overdueTasks",
  (select json_build_object('cases', count(*), 'youths', coalesce(sum(head_count), 0))
    from top where subject = 'group') as groups,
  coalesce((select json_object_agg(outcome, n) from ended), '{}') as outcomes
from milestones`;

const BY_CASE_MANAGER = `
select p.id, p.name, count(distinct c.id)::int as running,
  (count(distinct a.id) filter (where a.due_at < $1))::int as overdue
from person p left join "case" c on c.case_manager_id = p.id and c.status = 'active'
left join activity a on a.case_id = c.id and a.status in ('open', 'accepted')
where p.active and 'case-manager' = any(p.roles) group by p.id, p.name order by p.name, p.id`;

async function caseManagers({ server }: Api) {
  const { rows } = await server.pool.query<{
    id: string;
    name: string;
    running: number;
    overdue: number;
  }>(BY_CASE_MANAGER, [server.clock()]);
  return rows;
}

async function currentPathways(pool: Pool): Promise<Pathway[]> {
  const { rows } = await pool.query<{ id: string; current_version: number }>(
    'select id, current_version from pathway order by id',
  );
  return Promise.all(rows.map((row) => pathwayVersion({ pool }, row.id, row.current_version)));
}

function trainingSteps(pathways: readonly Pathway[]): string[] {
  const steps = pathways.flatMap(({ document }) => Object.entries(document.steps));
  const inTraining = steps.filter(([, { stage }]) => stage && TRAINING_STAGES.has(stage));
  return [...new Set(inTraining.map(([key]) => key))];
}
