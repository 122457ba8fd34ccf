import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCase } from '../case/load-case.ts';
import { replayCase } from '../case/replay-case.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { GIVEN_UP, movingThread, planningThread } from '../drafts/document-thread.ts';
import { useTestApi } from '../http/testing.ts';
import {
  everybody as all,
  asking,
  moveAll,
  partOf,
  planned,
  publishNext,
  readyPlan,
  redraw,
  rowsOf,
  type Stage,
  stage,
  startPlan,
  step,
  work,
} from './testing.ts';
import { workOnMigration } from './work-on-migration.ts';

const api = useTestApi();
const { server } = api;

const ready = (count = 2, draw = redraw) => readyPlan(api, count, draw);
const start = (inside: Stage, plan: MigrationView) => startPlan(api, inside, plan);
const moved = (inside: Stage, plan: MigrationView) => moveAll(api, inside, plan);
const rowOf = async (table: string, id: string, columns = '*') =>
  (await server.pool.query(`select ${columns} from ${table} where id = $1`, [id])).rows[0];
const caseOf = (id: string) => rowOf('"case"', id);
const openOf = async (id: string) =>
  (
    await server.pool.query(
      `select activity, label->>'it' as label, due_at, opened_at, status from activity
       where case_id = $1 and status in ('open', 'accepted') order by activity`,
      [id],
    )
  ).rows;
async function expectReplays(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const replayed = await replayCase(server, (await loadCase(server.pool, id))!);
    expect(replayed).toMatchObject({ matches: true, chainValid: true, differsAt: null });
  }
}
const statusIn = (plan: MigrationView, caseId: string) => partOf(server, plan, caseId);

describe('a migration', () => {
  let inside: Stage;
  let plan: MigrationView;
  let done: MigrationView;

  beforeAll(async () => {
    ({ inside, plan } = await ready());
    done = await moved(inside, plan);
  });

  it('moves every case once, and each still replays', async () => {
    expect(done).toMatchObject({ status: 'done', cases: { moved: 6 }, progress: { done: 6 } });
    for (const id of all(inside)) {
      const { rows } = await server.pool.query(
        "select actor_id from trace_entry where case_id = $1 and kind = 'migrate'",
        [id],
      );
      expect(rows).toEqual([{ actor_id: inside.ada.id }]);
      expect(await caseOf(id)).toMatchObject({ version: 2 });
    }
    await expectReplays(all(inside));
  });

  it('puts everybody where the plan said', async () => {
    expect(await caseOf(inside.late[0]!)).toMatchObject({ steps: ['reminded'] });
    expect(await caseOf(inside.attending[0]!)).toMatchObject({ steps: ['attending'] });
  });

  it('lets what stays open read as the new version has it, due from when it was opened', async () => {
    const [talk] = await openOf(inside.choosing[0]!);
    expect(talk).toMatchObject({ activity: 'talk', label: 'Primo colloquio', status: 'open' });
    expect(talk.due_at.getTime() - talk.opened_at.getTime()).toBe(3 * 86_400_000);
  });

  it('opens what the new version opens, and keeps the seat', async () => {
    const open = await openOf(inside.attending[0]!);
    expect(open.map(({ activity }: { activity: string }) => activity)).toEqual([
      'course-enrolment',
      'diary',
    ]);
    const { rows } = await server.pool.query('select status from enrolment where case_id = $1', [
      inside.attending[0],
    ]);
    expect(rows).toEqual([{ status: 'enrolled' }]);
  });

  it('sets the timers anew, with their jobs', async () => {
    const { rows } = await server.pool.query('select timer, step from timer where case_id = $1', [
      inside.choosing[0],
    ]);
    expect(rows).toEqual([{ timer: 'xstate.after.P9D.choosing', step: 'choosing' }]);
    const jobs = await server.pool.query('select from graphile_worker.jobs where key = $1', [
      `timer:${inside.choosing[0]}:xstate.after.P9D.choosing`,
    ]);
    expect(jobs.rowCount).toBe(1);
  });

  it('is told in the trace, and what was before in the words of then', async () => {
    const { lines } = await api.ask('readTrace', asking(inside.ada, inside.late[0]!));
    expect(lines[0].words.it).toBe('Il percorso è cambiato: ora versione 2');
    expect(lines[1].entered).toMatchObject([{ label: { it: 'In ritardo' } }]);
  });

  it('lets people go on', async () => {
    await step(server, inside.late[0]!, { type: 'action', action: 'LEAVE' });
    await step(server, inside.attending[1]!, { type: 'action', action: 'LEAVE' });
    await expectReplays(all(inside));
  });

  it('is started once, and is not decided in any more', async () => {
    const again = asking(inside.ada, plan.id, { revision: done.revision });
    await api.askInVain('startMigration', 'migration-not-now', again);
    const body = { version: 1, steps: ['late'], decision: { kind: 'open' } };
    await api.askInVain('decideGroup', 'migration-not-now', { ...again, body });
    await api.askInVain('stopMigration', 'migration-not-now', asking(inside.ada, plan.id));
    await api.askInVain('resumeMigration', 'migration-not-now', asking(inside.ada, plan.id));
  });
});

describe('whoever moves meanwhile', () => {
  it('is planned anew, or skipped, and never overwritten', async () => {
    const { inside, plan } = await ready(3);
    await step(server, inside.choosing[0]!, { type: 'action', action: 'STOP' });
    await server.pool.query(
      `update participant set erased_at = now()
       where id = (select participant_id from "case" where id = $1)`,
      [inside.choosing[1]],
    );
    await step(server, inside.late[0]!, { type: 'action', action: 'LEAVE' });
    const before = await caseOf(inside.late[0]!);
    const done = await moved(inside, plan);
    expect(done.cases).toEqual({ moved: 7, skipped: 2 });
    expect(await statusIn(plan, inside.choosing[0]!)).toMatchObject({
      reason: { it: 'Il caso si è concluso nel frattempo.' },
    });
    expect(await caseOf(inside.choosing[1]!)).toMatchObject({ version: 1 });
    const after = await caseOf(inside.late[0]!);
    expect(after).toMatchObject({ version: 2, steps: ['choosing'], revision: before.revision + 1 });
    await expectReplays(all(inside));
  });

  it('waits for no answer: what comes up newly is parked with its question', async () => {
    const inside = await stage(api, 1);
    const version = await publishNext(api, inside);
    const plan = await planned(api, inside, version);
    const about = (caseId: string) => ({
      ...asking(inside.ada, plan.id, { body: { reason: 'Dopo' } }),
      params: { id: plan.id, case: caseId },
    });
    await api.ask('exceptCase', about(inside.late[0]!));
    await work(api, inside.ada, plan.id);
    server.advanceBy(8 * 86_400_000);
    const timer = 'xstate.after.P7D.choosing';
    await step(server, inside.choosing[0]!, { type: 'timer', timer });
    server.advanceBy(-8 * 86_400_000);
    const { revision } = await api.ask('readMigration', asking(inside.ada, plan.id));
    const done = await moved(inside, { ...plan, revision });
    expect(done.cases).toEqual({ moved: 1, parked: 1, kept: 1 });
    expect((await statusIn(plan, inside.choosing[0]!)).reason.it).toContain('In ritardo');
    expect(await caseOf(inside.choosing[0]!)).toMatchObject({ version: 1, steps: ['late'] });
  });
});

describe('several at once', () => {
  it('start it once', async () => {
    const { inside, plan } = await ready(1);
    const { revision, id } = plan;
    const answers = await Promise.all(
      [inside.ada, inside.bea, inside.ada].map((as) =>
        api.send('startMigration', asking(as, id, { revision })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await work(api, inside.ada, id);
  });

  it('do its work together, every case once', async () => {
    const { inside, plan } = await ready(45);
    await start(inside, plan);
    const small = { batchSize: () => 20, restMs: () => 0, jobMs: 0 };
    await Promise.all(Array.from({ length: 4 }, () => workOnMigration(server, plan.id, 1, small)));
    const done = await work(api, inside.ada, plan.id);
    expect(done.cases).toEqual({ moved: 135 });
    const { rows } = await server.pool.query(
      `select count(*)::int as entries, count(distinct case_id)::int as cases from trace_entry
       where kind = 'migrate' and case_id = any ($1)`,
      [all(inside)],
    );
    expect(rows).toEqual([{ entries: 135, cases: 135 }]);
  });

  it('plans of a pathway are not under way together', async () => {
    const { inside, plan } = await ready(1);
    const other = await planned(api, inside, plan.version!, { decisionsOf: plan.id });
    await start(inside, plan);
    const second = asking(inside.bea, other.id, { revision: other.revision });
    await api.askInVain('startMigration', 'migration-elsewhere', second);
    await work(api, inside.ada, plan.id);
    await api.ask('startMigration', second);
    expect((await work(api, inside.bea, other.id)).cases).toEqual({ skipped: 3 });
  });
});

it('a plan for a version that is no longer current is refused', async () => {
  const { inside, plan } = await ready(1);
  await publishNext(api, inside, (document) => {
    document.title = { it: 'Ancora', en: 'Again' };
  });
  const start = asking(inside.ada, plan.id, { revision: plan.revision });
  await api.askInVain('startMigration', 'migration-outdated', start);
  expect(await api.ask('readMigration', asking(inside.ada, plan.id))).toMatchObject({
    isCurrent: false,
  });
});

const ONE_BATCH = { batchSize: () => 100, restMs: () => 0, jobMs: 0 };

describe('a version published in mid-plan', () => {
  const again = (inside: Stage) =>
    publishNext(api, inside, (document) => {
      document.title = { it: 'Ancora', en: 'Again' };
    });

  it('stops nobody on the way: they go over to it by the next plan', async () => {
    const { inside, plan } = await ready();
    await start(inside, plan);
    const third = await again(inside);
    expect((await work(api, inside.ada, plan.id)).cases).toEqual({ moved: 6 });
    expect(await caseOf(inside.late[0]!)).toMatchObject({ version: 2, steps: ['reminded'] });
    const next = await planned(api, inside, third);
    expect(next).toMatchObject({ questions: [], decisions: [] });
    expect((await moved(inside, next)).cases).toEqual({ moved: 6 });
    expect(await caseOf(inside.late[0]!)).toMatchObject({ version: 3, steps: ['reminded'] });
    await expectReplays(all(inside));
  });

  it('is waited for by nobody who was stopped: going on is refused, taking back is not', async () => {
    const { inside, plan } = await ready();
    await start(inside, plan);
    await api.ask('stopMigration', asking(inside.ada, plan.id));
    const third = await again(inside);
    await api.askInVain('resumeMigration', 'migration-outdated', asking(inside.ada, plan.id));
    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    const back = await work(api, inside.ada, plan.id);
    expect(back).toMatchObject({ status: 'taken-back', cases: { parked: 6 } });
    const next = await planned(api, inside, third);
    expect(next).toMatchObject({ questions: [], decisions: [{ at: ['reminded'] }] });
    expect((await moved(inside, next)).cases).toEqual({ moved: 6 });
    await expectReplays(all(inside));
  });

  it('ends a plan that was stopped once another is started: those moved stay until then', async () => {
    const { inside, plan } = await ready(40);
    await start(inside, plan);
    await workOnMigration(server, plan.id, 1, ONE_BATCH);
    await api.ask('stopMigration', asking(inside.ada, plan.id));
    const next = await planned(api, inside, await again(inside), { decisionsOf: plan.id });
    const before = asking(inside.ada, plan.id);
    expect((await api.ask('readMigration', before)).cases).toEqual({ moved: 100, waiting: 20 });
    await start(inside, next);
    const ended = await api.ask('readMigration', before);
    expect(ended).toMatchObject({ status: 'done', cases: { moved: 100, parked: 20 } });
    const { rows } = await server.pool.query(
      `select distinct reason->>'it' as reason from pathway_migration_case
       where migration_id = $1 and status = 'parked'`,
      [plan.id],
    );
    expect(rows).toEqual([{ reason: expect.stringContaining('prossimo piano') }]);
    await api.askInVain('takeBackMigration', 'migration-elsewhere', before);
    expect((await work(api, inside.ada, next.id)).cases).toEqual({ moved: 120 });
    await expectReplays([inside.choosing[0]!, inside.late[0]!]);
  });
});

it('stops and goes on', async () => {
  const { inside, plan } = await ready(45);
  await start(inside, plan);
  await workOnMigration(server, plan.id, 1, ONE_BATCH);
  await api.ask('stopMigration', asking(inside.bea, plan.id));
  await workOnMigration(server, plan.id);
  const stopped = await api.ask('readMigration', asking(inside.ada, plan.id));
  expect(stopped).toMatchObject({
    status: 'stopped',
    cases: { moved: 100, waiting: 35 },
    progress: { done: 100, total: 135 },
  });
  await api.ask('resumeMigration', asking(inside.bea, plan.id));
  expect(await work(api, inside.ada, plan.id)).toMatchObject({
    status: 'done',
    cases: { moved: 135 },
  });
});

it('a case that fails is marked with the id of its log entry, harms no other, is tried again', async () => {
  const { inside, plan } = await ready(2);
  const bad = inside.late[0]!;
  const { snapshot } = await caseOf(bad);
  const damage = (text: string) =>
    server.pool.query('update "case" set snapshot = $2 where id = $1', [bad, text]);
  await damage('{');
  const done = await moved(inside, plan);
  expect(done).toMatchObject({ status: 'done', cases: { moved: 5, failed: 1 } });
  expect(await statusIn(plan, bad)).toMatchObject({
    error_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await damage(snapshot);
  await api.ask('resumeMigration', asking(inside.ada, plan.id));
  expect((await work(api, inside.ada, plan.id)).cases).toEqual({ moved: 6 });
});

describe('taking back', () => {
  it('restores every case just as it was', async () => {
    const { inside, plan } = await ready();
    const before = await Promise.all(all(inside).map((id) => rowsOf(server, id)));
    await moved(inside, plan);
    await api.ask('takeBackMigration', asking(inside.bea, plan.id));
    const back = await work(api, inside.ada, plan.id);
    expect(back).toMatchObject({ status: 'taken-back', cases: { 'taken-back': 6 } });
    expect(await Promise.all(all(inside).map((id) => rowsOf(server, id)))).toEqual(before);
    await expectReplays(all(inside));
    const { lines } = await api.ask('readTrace', asking(inside.ada, inside.late[0]!));
    expect(lines[0]).toMatchObject({
      words: { it: 'Il cambio di percorso è stato annullato: di nuovo versione 1' },
      by: { kind: 'person' },
    });
  });

  it('leaves those that went on, and says why, before and after', async () => {
    const { inside, plan } = await ready();
    await moved(inside, plan);
    const gone = inside.late[0]!;
    await step(server, gone, { type: 'action', action: 'LEAVE' });
    const foreseen = await api.ask('previewTakeBack', asking(inside.ada, plan.id));
    expect(foreseen).toMatchObject({
      ...{ returning: 5, goneOn: 1, messages: [], seatsTaken: 0 },
      examples: [
        { id: gone, name: 'Prova Ada', reason: { it: expect.stringContaining('Scelta') } },
      ],
    });
    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    const back = await work(api, inside.ada, plan.id);
    expect(back.cases).toEqual({ 'taken-back': 5, 'gone-on': 1 });
    expect((await statusIn(plan, gone)).reason.it).toContain('«Scelta»');
    expect(await caseOf(gone)).toMatchObject({ version: 2, steps: ['choosing'] });
  });

  it('is looked at without keeping a connection from others while the thread is busy', async () => {
    const { inside, plan } = await ready();
    await moved(inside, plan);
    await step(server, inside.late[0]!, { type: 'action', action: 'LEAVE' });
    const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
    const ask = movingThread.ask.bind(movingThread);
    vi.spyOn(movingThread, 'ask').mockImplementationOnce(async (job) => {
      asked();
      await until;
      return ask(job);
    });
    const foreseen = api.ask('previewTakeBack', asking(inside.ada, plan.id));
    await isAsked;
    const { totalCount, idleCount } = server.pool;
    goOn();
    expect(await foreseen).toMatchObject({ goneOn: 1 });
    expect(totalCount - idleCount).toBe(0);
  });

  it('is to be asked for later while the thread has too much to do, and changes nothing', async () => {
    const { inside, plan } = await ready();
    await moved(inside, plan);
    const gone = inside.late[0]!;
    await step(server, gone, { type: 'action', action: 'LEAVE' });
    const before = await rowsOf(server, gone);
    const busy = vi.spyOn(movingThread, 'ask').mockResolvedValue(GIVEN_UP);
    try {
      await api.askInVain('previewTakeBack', 'too-many', asking(inside.ada, plan.id));
      const asked = { ...asking(inside.ada, plan.id), params: { id: plan.id, case: gone } };
      await api.askInVain('takeBackCase', 'too-many', asked);
    } finally {
      busy.mockRestore();
    }
    expect(await rowsOf(server, gone)).toBe(before);
    expect(await statusIn(plan, gone)).toMatchObject({ status: 'moved', error_id: null });
    expect(await api.ask('previewTakeBack', asking(inside.ada, plan.id))).toMatchObject({
      goneOn: 1,
    });
  });

  it('of many cases one by one keeps one connection, and does not wait for plans', async () => {
    const { inside, plan } = await ready();
    await moved(inside, plan);
    const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
    const plans = vi.spyOn(planningThread, 'ask');
    const ask = movingThread.ask.bind(movingThread);
    vi.spyOn(movingThread, 'ask').mockImplementationOnce(async (job) => {
      asked();
      await until;
      return ask(job);
    });
    const cases = [...inside.choosing, ...inside.late];
    const back = cases.map((id) =>
      api.ask('takeBackCase', {
        ...asking(inside.ada, plan.id),
        params: { id: plan.id, case: id },
      }),
    );
    await isAsked;
    // Others are served meanwhile, and these have been let in by then.
    for (const _ of cases) await api.ask('readMigration', asking(inside.ada, plan.id));
    // Whatever else the server does now and then needs one for a moment only.
    await expect.poll(() => server.pool.totalCount - server.pool.idleCount).toBe(1);
    goOn();
    expect(await Promise.all(back)).toHaveLength(cases.length);
    expect(plans).not.toHaveBeenCalled();
    plans.mockRestore();
  });

  it('is possible for one case alone, once', async () => {
    const { inside, plan } = await ready();
    const one = inside.choosing[0]!;
    const before = await rowsOf(server, one);
    await moved(inside, plan);
    const asked = { ...asking(inside.ada, plan.id), params: { id: plan.id, case: one } };
    const { revision } = await caseOf(one);
    expect(await api.ask('takeBackCase', asked)).toEqual({ revision: revision + 1, lasting: [] });
    expect(await rowsOf(server, one)).toBe(before);
    await api.askInVain('takeBackCase', 'migration-case-not-now', asked);
    const gone = inside.late[0]!;
    await step(server, gone, { type: 'action', action: 'LEAVE' });
    const tooLate = { ...asked, params: { id: plan.id, case: gone } };
    const problem = await api.askInVain('takeBackCase', 'moved-since', tooLate);
    expect(problem.detail).toContain('«Scelta»');
    const nobody = { ...asked, params: { id: plan.id, case: server.newId() } };
    await api.askInVain('takeBackCase', 'not-found', nobody);
  });

  it('gives back a seat that was given up, if it is still free', async () => {
    const inside = await stage(api, 2);
    const version = await publishNext(api, inside, (document) => {
      delete document.machine.states.attending.invoke;
    });
    const seats = async () => {
      const { rows } = await server.pool.query(
        `select e.taken, array_agg(n.status order by n.seq) as statuses from enrolment n
         join edition e on e.id = n.edition_id where n.case_id = any ($1) group by e.id`,
        [inside.attending],
      );
      return rows[0];
    };
    const plan = await planned(api, inside, version);
    const giving = plan.groups.filter(({ changes }) => (changes?.withdrawn.length ?? 0) > 0);
    expect(giving).toMatchObject([{ count: 2, changes: { withdrawn: [{ kind: 'enrolment' }] } }]);
    const before = await Promise.all(inside.attending.map((id) => rowsOf(server, id)));
    const done = await moved(inside, plan);
    expect(done.status).toBe('done');
    expect(await seats()).toEqual({ taken: 0, statuses: ['dropped', 'dropped'] });
    const foreseen = () => api.ask('previewTakeBack', asking(inside.ada, plan.id));
    expect(await foreseen()).toMatchObject({ returning: 6, seatsTaken: 0 });
    await server.pool.query('update edition set seats = 1 where taken = 0 and seats = 50');
    expect(await foreseen()).toMatchObject({ returning: 6, seatsTaken: 1 });
    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    await work(api, inside.ada, plan.id);
    const after = await seats();
    expect(after.taken).toBe(1);
    expect([...after.statuses].sort()).toEqual(['enrolled', 'waiting']);
    const restored = await Promise.all(inside.attending.map((id) => rowsOf(server, id)));
    expect(restored.filter((rows, at) => rows === before[at])).toHaveLength(1);
    await expectReplays(inside.attending);
  });
});
