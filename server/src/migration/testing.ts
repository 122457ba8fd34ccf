/** What the tests of migrations have in common: a pathway, youths who stand about in it, plans. */
import { sortedJson } from '@percorso/engine';
import { advanceCase } from '../case/advance-case.ts';
import { addCase, addEdition } from '../case/testing.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { coordinator, draftOf, publishCourse, publishing, saving } from '../drafts/testing.ts';
import { No } from '../http/problems.ts';
import type { Somebody, TestApi } from '../http/testing.ts';
import type { Server } from '../server.ts';
import { workOnMigration } from './work-on-migration.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests change any place of it
type Drawn = any;

/** Nobody is late any more, the talk is called otherwise and due, whoever attends has a task. */
export function redraw(document: Drawn): void {
  const { choosing, attending } = document.machine.states;
  delete document.machine.states.late;
  delete document.steps.late;
  document.machine.states.reminded = { id: 'reminded', on: { LEAVE: { target: '#choosing' } } };
  document.steps.reminded = { label: { it: 'Sollecito', en: 'Reminder' }, stage: 'one' };
  choosing.after = { P9D: { target: '#reminded' } };
  choosing.invoke.input.label = { it: 'Primo colloquio', en: 'First talk' };
  choosing.invoke.input.due = 'P3D';
  const diary = { it: 'Diario', en: 'Diary' };
  attending.invoke = [
    attending.invoke,
    { id: 'diary', src: 'task', input: { label: diary, assignee: { role: 'case-manager' } } },
  ];
}

/** What a coordinator would answer when nobody is late any more. */
export const REMINDED = { kind: 'place', at: ['reminded'] } as const;

export interface Stage {
  readonly pathway: string;
  readonly ada: Somebody;
  readonly bea: Somebody;
  /** Cases by where they are. */
  readonly choosing: string[];
  readonly attending: string[];
  readonly late: string[];
}

let stages = 0;

/** A pathway of its own with some cases at each of its steps. */
export async function stage(api: TestApi, count = 2): Promise<Stage> {
  const { server } = api;
  const pathway = `stage-${++stages}`;
  await publishCourse(api, pathway);
  const [ada, bea] = [await coordinator(api), await coordinator(api)];
  const edition = await addEdition(server, 'training', 50);
  const some = async (bring: (id: string) => Promise<unknown>) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const id = await addCase(server, pathway, ada.id);
      await bring(id);
      ids.push(id);
    }
    return ids;
  };
  const act = (caseId: string, action: string, answer = {}) =>
    step(server, caseId, { type: 'action', action, answer });
  return {
    pathway,
    ada,
    bea,
    choosing: await some((id) => act(id, 'TURN')),
    attending: await some((id) => act(id, 'ENROL', { edition })),
    late: await some(async (id) => {
      api.server.advanceBy(7 * 86_400_000);
      await step(server, id, { type: 'timer', timer: `xstate.after.P7D.choosing` });
      api.server.advanceBy(-7 * 86_400_000);
    }),
  };
}

type Event = Parameters<typeof advanceCase>[1]['event'];

/** Something happens to a case. */
export async function step(server: Server, caseId: string, event: Event): Promise<void> {
  const acted = await advanceCase(server, { caseId, actor: { kind: 'system' }, event });
  if (acted instanceof No) throw new Error(`${acted.code} ${JSON.stringify(acted.details)}`);
}

/** Publishes the next version of the pathway. */
export async function publishNext(
  api: TestApi,
  { pathway, ada }: Stage,
  draw: (document: Drawn) => void = redraw,
): Promise<number> {
  const draft = await draftOf(api, ada, pathway);
  const saved = await api.ask('saveDraft', saving(ada, draft, draw));
  const published = await api.ask('publishVersion', publishing(ada, { ...draft, ...saved }));
  return published.version;
}

let keys = 0;

export const asking = (as: Somebody, id: string, more: object = {}) => ({
  as: as.token,
  params: { id },
  key: `chiave-piano-${++keys}`,
  ...more,
});

/** Does what the jobs would do, until nothing is left to do. */
export async function work(api: TestApi, as: Somebody, id: string): Promise<MigrationView> {
  for (let round = 0; round < 200; round += 1) {
    const view: MigrationView = await api.ask('readMigration', asking(as, id));
    if (!['computing', 'running', 'taking-back'].includes(view.status)) return view;
    await workOnMigration(api.server, id);
  }
  throw new Error('the migration comes to no end');
}

/** A plan for the current version, ready to be started but for its questions. */
export async function planned(
  api: TestApi,
  { pathway, ada }: Stage,
  version: number,
  more: object = {},
): Promise<MigrationView> {
  const body = { version, ...more };
  const { id } = await api.ask('planMigration', asking(ada, pathway, { body }));
  return work(api, ada, id);
}

/** A stage whose pathway was redrawn, and a plan in which everything is decided. */
export async function readyPlan(
  api: TestApi,
  count = 2,
  draw: (document: Drawn) => void = redraw,
): Promise<{ inside: Stage; plan: MigrationView }> {
  const inside = await stage(api, count);
  const version = await publishNext(api, inside, draw);
  const plan = await planned(api, inside, version);
  if (plan.questions.length === 0) return { inside, plan };
  const { steps } = plan.questions[0]!;
  const body = { version: 1, steps, decision: REMINDED };
  const asked = asking(inside.ada, plan.id, { revision: plan.revision, body });
  await api.ask('decideGroup', asked);
  return { inside, plan: await work(api, inside.ada, plan.id) };
}

export const startPlan = (api: TestApi, { ada }: Stage, { id, revision }: MigrationView) =>
  api.ask('startMigration', asking(ada, id, { revision }));

/** Starts a plan and sees it through. */
export async function moveAll(
  api: TestApi,
  inside: Stage,
  plan: MigrationView,
): Promise<MigrationView> {
  await startPlan(api, inside, plan);
  return work(api, inside.ada, plan.id);
}

export const everybody = ({ choosing, attending, late }: Stage) => [
  ...choosing,
  ...attending,
  ...late,
];

/** A case as a plan has it. */
export async function partOf({ pool }: Server, plan: MigrationView, caseId: string) {
  const { rows } = await pool.query(
    'select * from pathway_migration_case where migration_id = $1 and case_id = $2',
    [plan.id, caseId],
  );
  return rows[0];
}

/** The rows of a case, as far as a migration touches them. */
export async function rowsOf({ pool }: Server, caseId: string): Promise<string> {
  const { rows } = await pool.query(
    `select c.version, c.snapshot, c.steps, c.status, (
        select json_agg(to_jsonb(a) - 'closed_at' order by a.id) from activity a
        where a.case_id = c.id and a.status in ('open', 'accepted')) as activities, (
        select json_agg(t order by t.timer) from timer t where t.case_id = c.id) as timers, (
        select json_agg(to_jsonb(n) order by n.id) from enrolment n
        where n.case_id = c.id and n.status <> 'dropped') as enrolments
     from "case" c where c.id = $1`,
    [caseId],
  );
  return sortedJson(rows[0]);
}
