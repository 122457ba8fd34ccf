import { describe, expect, it, vi } from 'vitest';
import { addCase, addOrganisation } from '../case/testing.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { GIVEN_UP, movingThread } from '../drafts/document-thread.ts';
import { publishCourse } from '../drafts/testing.ts';
import { useTestApi } from '../http/testing.ts';
import {
  asking,
  everybody,
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
const TWENTY = { batchSize: () => 20, restMs: () => 0, jobMs: 0 };

const caseOf = async (id: string) =>
  (await server.pool.query('select * from "case" where id = $1', [id])).rows[0];
const takeBack = async ({ ada }: Stage, { id }: MigrationView) => {
  await api.ask('takeBackMigration', asking(ada, id));
  return work(api, ada, id);
};
const withdraw = ({ ada, pathway }: Stage, version: number) =>
  api.ask('withdrawVersion', {
    ...asking(ada, pathway, { body: { note: 'Non va bene' } }),
    params: { id: pathway, version },
  });
const restore = ({ ada, pathway }: Stage, version: number) =>
  api.ask('restoreVersion', { ...asking(ada, pathway), params: { id: pathway, version } });
const begin = ({ ada, pathway }: Stage) => addCase(server, pathway, ada.id);
const read = ({ ada }: Stage, { id }: MigrationView): Promise<MigrationView> =>
  api.ask('readMigration', asking(ada, id));

/** How many are behind each number of the page. */
async function listedBy({ ada }: Stage, { id, cases }: MigrationView) {
  const counts: Record<string, number> = {};
  for (const status of Object.keys(cases)) {
    const list = await api.ask('listMigrationCases', asking(ada, id, { query: { status } }));
    counts[status] = list.total;
  }
  return counts;
}

async function runningByVersion({ ada, pathway }: Stage): Promise<Record<number, number>> {
  const { versions } = await api.ask('readVersionHistory', asking(ada, pathway));
  return Object.fromEntries(
    versions.map((one: { version: number; running: number }) => [one.version, one.running]),
  );
}

describe('who could not be put back', () => {
  it('for a bug stays moved, with the id of its log entry, and can be asked for again', async () => {
    const { inside, plan } = await readyPlan(api);
    const before = await Promise.all(everybody(inside).map((id) => rowsOf(server, id)));
    await moveAll(api, inside, plan);
    const bad = inside.late[0]!;
    const { snapshot } = await caseOf(bad);
    const damage = (text: string) =>
      server.pool.query('update "case" set snapshot = $2 where id = $1', [bad, text]);
    await damage('{');
    expect(await takeBack(inside, plan)).toMatchObject({
      status: 'done',
      cases: { 'taken-back': 5, moved: 1 },
      notReturned: 1,
    });
    expect(await partOf(server, plan, bad)).toMatchObject({
      error_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      reason: null,
    });
    await damage(snapshot);
    expect(await takeBack(inside, plan)).toMatchObject({
      status: 'taken-back',
      cases: { 'taken-back': 6 },
      notReturned: 0,
    });
    expect(await partOf(server, plan, bad)).toMatchObject({ error_id: null });
    expect(await Promise.all(everybody(inside).map((id) => rowsOf(server, id)))).toEqual(before);
  });

  it('for a bug is told so before, and keeps nobody from asking what becomes of the others', async () => {
    const { inside, plan } = await readyPlan(api);
    await moveAll(api, inside, plan);
    const [bad, onward] = inside.choosing as [string, string];
    for (const id of [bad, onward]) {
      await step(server, id, { type: 'action', action: 'TURN' });
    }
    await server.pool.query(`update "case" set snapshot = '{' where id = $1`, [bad]);
    const foreseen = await api.ask('previewTakeBack', asking(inside.ada, plan.id));
    expect(foreseen).toMatchObject({ returning: 4, goneOn: 2 });
    const reasons = foreseen.examples.map((one: { reason: { it: string } }) => one.reason.it);
    expect(reasons.sort()).toEqual([
      expect.stringContaining('Dopo'),
      expect.stringMatching(/^Non si è riusciti .* [0-9a-f-]{36}\.$/),
    ]);
  });

  it('while the thread has too much to do can be asked for again', async () => {
    const { inside, plan } = await readyPlan(api);
    await moveAll(api, inside, plan);
    const busy = vi.spyOn(movingThread, 'ask').mockResolvedValue(GIVEN_UP);
    try {
      expect(await takeBack(inside, plan)).toMatchObject({ status: 'done', cases: { moved: 6 } });
    } finally {
      busy.mockRestore();
    }
    expect(await takeBack(inside, plan)).toMatchObject({ cases: { 'taken-back': 6 } });
  });

  it('for a refusal stays moved and says why, alone or with all the others', async () => {
    const { inside, plan, inner } = await withInner();
    await moveAll(api, inside, plan);
    await withdraw({ ...inside, pathway: inner }, 1);
    const [one] = inside.late;
    const alone = { ...asking(inside.ada, plan.id), params: { id: plan.id, case: one! } };
    const why = 'nessuno può cominciare il percorso';
    const no = await api.askInVain('takeBackCase', 'migration-case-not-now', alone);
    expect(no.detail).toContain(why);
    expect(await takeBack(inside, plan)).toMatchObject({
      status: 'done',
      cases: { 'taken-back': 4, moved: 2 },
      notReturned: 2,
    });
    for (const id of inside.late) {
      const { status, reason } = await partOf(server, plan, id);
      expect({ status, reason: reason.it }).toEqual({
        status: 'moved',
        reason: expect.stringContaining(why),
      });
      expect(await caseOf(id)).toMatchObject({ version: 3 });
    }
    await restore({ ...inside, pathway: inner }, 1);
    await api.ask('takeBackCase', { ...alone, key: 'di-nuovo' });
    expect(await takeBack(inside, plan)).toMatchObject({ status: 'taken-back', notReturned: 0 });
    for (const id of inside.late) expect(await caseOf(id)).toMatchObject({ version: 2 });
  });

  it('is counted the same wherever the page says how many', async () => {
    const { inside, plan, inner } = await withInner();
    await moveAll(api, inside, plan);
    await withdraw({ ...inside, pathway: inner }, 1);
    const onward = inside.choosing[0]!;
    await step(server, onward, { type: 'action', action: 'TURN' });
    const view = await takeBack(inside, plan);
    const cases = { 'taken-back': 3, 'gone-on': 1, moved: 2 };
    expect(view).toMatchObject({ status: 'done', cases, notReturned: 2 });
    expect(await listedBy(inside, view)).toEqual(cases);
    const { migrations } = await api.ask('listMigrations', asking(inside.ada, inside.pathway));
    const row = migrations.find(({ id }: MigrationView) => id === plan.id);
    expect(row).toMatchObject({ status: 'done', isClosed: false, cases });
    expect(await api.ask('previewTakeBack', asking(inside.ada, plan.id))).toMatchObject({
      ...{ returning: 2, goneOn: 0 },
    });
    expect(await runningByVersion(inside)).toMatchObject({ 2: 3, 3: 3 });

    await restore({ ...inside, pathway: inner }, 1);
    for (const id of inside.late) {
      expect(await read(inside, plan)).toMatchObject({ status: 'done' });
      const alone = { ...asking(inside.ada, plan.id), params: { id: plan.id, case: id } };
      await api.ask('takeBackCase', alone);
    }
    const after = await read(inside, plan);
    const all = { 'taken-back': 5, 'gone-on': 1 };
    expect(after).toMatchObject({ status: 'taken-back', isClosed: false, notReturned: 0 });
    expect(after.cases).toEqual(all);
    expect(await listedBy(inside, after)).toEqual(all);
    expect(await runningByVersion(inside)).toMatchObject({ 2: 5, 3: 1 });
  });

  it('because of erasure is told so, before and after, and nothing is opened for them', async () => {
    const { inside, plan } = await readyPlan(api);
    await moveAll(api, inside, plan);
    const erased = inside.attending[0]!;
    await server.pool.query(
      `update participant set erased_at = now()
       where id = (select participant_id from "case" where id = $1)`,
      [erased],
    );
    const before = await rowsOf(server, erased);
    const reason = { it: 'I dati del giovane sono stati cancellati nel frattempo.' };
    expect(await api.ask('previewTakeBack', asking(inside.ada, plan.id))).toMatchObject({
      ...{ returning: 5, goneOn: 1 },
      examples: [{ id: erased, reason }],
    });
    expect((await takeBack(inside, plan)).cases).toEqual({ 'taken-back': 5, 'gone-on': 1 });
    expect(await partOf(server, plan, erased)).toMatchObject({ status: 'gone-on', reason });
    expect(await rowsOf(server, erased)).toBe(before);
  });
});

/** Whoever is late is in a pathway inside, which the next version has no more. */
async function withInner() {
  const inside = await stage(api);
  const inner = `inner-${inside.pathway}`;
  await publishCourse(api, inner);
  const second = await publishNext(api, inside, (document) => {
    document.machine.states.late.invoke = {
      id: 'course-case',
      src: 'pathway',
      input: { label: { it: 'Corso', en: 'Course' }, pathway: inner },
      onDone: { target: '#choosing' },
    };
  });
  await moveAll(api, inside, await planned(api, inside, second));
  const third = await publishNext(api, inside, (document) => {
    delete document.machine.states.late.invoke;
  });
  return { inside, inner, plan: await planned(api, inside, third) };
}

describe('a version that is withdrawn while people are moved to it', () => {
  it('gets nobody more, and its plan goes on once it is restored, with whoever came meanwhile', async () => {
    const { inside, plan } = await readyPlan(api, 10);
    await startPlan(api, inside, plan);
    await workOnMigration(server, plan.id, 1, TWENTY);
    await withdraw(inside, 2);
    await workOnMigration(server, plan.id);
    const stopped = await work(api, inside.ada, plan.id);
    expect(stopped).toMatchObject({
      status: 'stopped',
      isCurrent: false,
      cases: { moved: 20, waiting: 10 },
    });
    await api.askInVain('resumeMigration', 'migration-outdated', asking(inside.ada, plan.id));
    const newcomer = await begin(inside);
    await restore(inside, 2);
    expect((await read(inside, plan)).status).toBe('stopped');
    await api.ask('resumeMigration', asking(inside.ada, plan.id));
    expect((await work(api, inside.ada, plan.id)).cases).toEqual({ moved: 31 });
    expect(await caseOf(newcomer)).toMatchObject({ version: 2 });
  });

  it('may be left by those moved, and the plan for another version leaves them be', async () => {
    const { inside, plan } = await readyPlan(api, 10);
    await startPlan(api, inside, plan);
    await workOnMigration(server, plan.id, 1, TWENTY);
    await withdraw(inside, 2);
    const third = await publishNext(api, inside, (document) => {
      redraw(document);
      document.title = { it: 'Meglio', en: 'Better' };
    });
    const next = await planned(api, inside, third, { decisionsOf: plan.id });
    expect((await moveAll(api, inside, next)).cases).toEqual({ moved: 30 });
    expect(await read(inside, plan)).toMatchObject({
      status: 'done',
      isClosed: true,
      cases: { moved: 20, parked: 10 },
    });
    const { migrations } = await api.ask('listMigrations', asking(inside.ada, inside.pathway));
    const closed = migrations.filter((one: MigrationView) => one.isClosed);
    expect(closed).toMatchObject([{ id: plan.id }]);
    // Nobody of them is taken further back than where they come from.
    expect((await takeBack(inside, next)).cases).toEqual({ 'taken-back': 30 });
    expect(await takeBack(inside, plan)).toMatchObject({
      isClosed: false,
      cases: { 'taken-back': 20, parked: 10 },
    });
  });

  it('may be closed while nobody was moved: nobody is taken back', async () => {
    const { inside, plan } = await readyPlan(api, 1);
    await startPlan(api, inside, plan);
    await withdraw(inside, 2);
    expect(await read(inside, plan)).toMatchObject({ status: 'stopped', isClosed: false });
    expect(await takeBack(inside, plan)).toMatchObject({
      status: 'taken-back',
      isClosed: true,
      cases: { parked: 3 },
    });
  });

  it('does not stop those who are moved to another, or taken back', async () => {
    const { inside, plan } = await readyPlan(api, 10);
    await moveAll(api, inside, plan);
    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    await withdraw(inside, 2);
    expect((await work(api, inside.ada, plan.id)).cases).toEqual({ 'taken-back': 30 });
  });
});

describe('what changes while people are moved', () => {
  it('harms only whom it concerns: an organisation that is gone, and not the others', async () => {
    const inside = await stage(api, 2);
    await addOrganisation(server, 'passing');
    const version = await publishNext(api, inside, (document) => {
      const assignee = { organisation: 'passing' };
      const label = { it: 'Visita', en: 'Visit' };
      document.machine.states.late.invoke = {
        id: 'visit',
        src: 'task',
        input: { label, assignee },
      };
    });
    const plan = await planned(api, inside, version);
    expect(plan.counts).toMatchObject({ unaffected: 4, moved: 2, blocked: 0 });
    await server.pool.query("delete from organisation where id = 'passing'");
    const done = await moveAll(api, inside, plan);
    expect(done).toMatchObject({ status: 'done', cases: { moved: 4, parked: 2 } });
    for (const id of inside.late) {
      const { reason } = await partOf(server, plan, id);
      expect(reason.it).toContain('«Visita» è affidato a un’organizzazione che non c’è');
      expect(await caseOf(id)).toMatchObject({ version: 1, steps: ['late'] });
    }
    await addOrganisation(server, 'passing');
    const next = await planned(api, inside, version);
    expect((await moveAll(api, inside, next)).cases).toEqual({ moved: 2 });
  });

  it('stops nothing: who began it and is no coordinator any more, only may not stop it', async () => {
    const { inside, plan } = await readyPlan(api, 10);
    await startPlan(api, inside, plan);
    await workOnMigration(server, plan.id, 1, TWENTY);
    const { pool } = server;
    await pool.query(`update person set roles = '{case-manager}' where id = $1`, [inside.ada.id]);
    await api.askInVain('stopMigration', 'forbidden', asking(inside.ada, plan.id));
    const done = await work(api, inside.bea, plan.id);
    expect(done).toMatchObject({ status: 'done', cases: { moved: 30 } });
    expect(done.startedBy).toMatchObject({ id: inside.ada.id });
    const { rows } = await pool.query(
      `select distinct actor_id from trace_entry where case_id = any ($1) and kind = 'migrate'`,
      [everybody(inside)],
    );
    expect(rows).toEqual([{ actor_id: inside.ada.id }]);
    const back = { ...inside, ada: inside.bea };
    expect((await takeBack(back, plan)).cases).toEqual({ 'taken-back': 30 });
  });
});
