/** Two coordinators who do something with the same people at the same moment. */
import { describe, expect, it } from 'vitest';
import type { MigrationView } from '../contract/migrations.ts';
import { useTestApi } from '../http/testing.ts';
import {
  asking,
  everybody,
  moveAll,
  planned,
  publishNext,
  readyPlan,
  rowsOf,
  type Stage,
  stage,
  startPlan,
  work,
} from './testing.ts';
import { workOnMigration } from './work-on-migration.ts';

const api = useTestApi();
const { server } = api;
const FEW = { batchSize: () => 2, restMs: () => 0, jobMs: 0 };

/** What each of some requests, made at once, is answered: a problem's code, or that it was done. */
async function atOnce(...requests: (() => Promise<Response>)[]): Promise<string[]> {
  const answers = await Promise.all(requests.map((send) => send()));
  const said = answers.map(async (one) =>
    one.ok ? 'done' : ((await one.json()) as { code: string }).code,
  );
  return (await Promise.all(said)).sort();
}

const about = ({ ada, bea }: Stage, { id, revision }: MigrationView) => ({
  first: (more: object = {}) => asking(ada, id, { revision, ...more }),
  second: (more: object = {}) => asking(bea, id, { revision, ...more }),
});

const entriesOf = async (cases: readonly string[], kind: string): Promise<number[]> => {
  const { rows } = await server.pool.query(
    `select count(*)::int as count from trace_entry where case_id = any ($1) and kind = $2
     group by case_id`,
    [cases, kind],
  );
  return rows.map(({ count }) => count);
};

describe('of two who', () => {
  it('start the same plan one is told that it is under way, and everybody is moved once', async () => {
    const { inside, plan } = await readyPlan(api);
    const { first, second } = about(inside, plan);
    const said = await atOnce(
      () => api.send('startMigration', first()),
      () => api.send('startMigration', second()),
    );
    expect(said).toEqual(['done', 'migration-not-now']);
    expect((await work(api, inside.ada, plan.id)).cases).toEqual({ moved: 6 });
    expect(await entriesOf(everybody(inside), 'migrate')).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('start a plan each for the same people, one is told of the other', async () => {
    const inside = await stage(api, 1);
    const version = await publishNext(api, inside, (document) => {
      document.title = { it: 'Meglio', en: 'Better' };
    });
    const [one, other] = [await planned(api, inside, version), await planned(api, inside, version)];
    const said = await atOnce(
      () => api.send('startMigration', about(inside, one).first()),
      () => api.send('startMigration', about(inside, other).second()),
    );
    expect(said).toEqual(['done', 'migration-elsewhere']);
  });

  it('take back, all and one of them, nobody is put back twice', async () => {
    const { inside, plan } = await readyPlan(api);
    const before = await Promise.all(everybody(inside).map((id) => rowsOf(server, id)));
    await moveAll(api, inside, plan);
    const { first, second } = about(inside, plan);
    const alone = { params: { id: plan.id, case: inside.late[0]! } };
    const said = await atOnce(
      () => api.send('takeBackMigration', first()),
      () => api.send('takeBackMigration', second()),
      () => api.send('takeBackCase', first(alone)),
      () => api.send('takeBackCase', second(alone)),
    );
    expect(said.filter((one) => one === 'done').length).toBeLessThanOrEqual(2);
    expect(said.filter((one) => one.startsWith('bug'))).toEqual([]);
    const back = await work(api, inside.ada, plan.id);
    expect(back).toMatchObject({ status: 'taken-back', cases: { 'taken-back': 6 } });
    expect(await entriesOf(everybody(inside), 'take-back')).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await Promise.all(everybody(inside).map((id) => rowsOf(server, id)))).toEqual(before);
  });

  it('go over the last and stop, the plan is through, and waits for nobody to resume it', async () => {
    const { inside, plan } = await readyPlan(api, 1);
    await startPlan(api, inside, plan);
    await workOnMigration(server, plan.id, 1, { ...FEW, batchSize: () => 3 });
    await api.ask('stopMigration', asking(inside.ada, plan.id));
    const view = await api.ask('readMigration', asking(inside.ada, plan.id));
    expect(view).toMatchObject({ status: 'done', isClosed: false, cases: { moved: 3 } });
  });

  it('stop, go on and withdraw the version, in whatever order, nobody more is moved by mistake', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { inside, plan } = await readyPlan(api);
      await startPlan(api, inside, plan);
      await workOnMigration(server, plan.id, 1, FEW);
      const { first, second } = about(inside, plan);
      const body = { note: 'Non va bene' };
      const [said] = await Promise.all([
        atOnce(
          () => api.send('stopMigration', first()),
          () => api.send('resumeMigration', second()),
          () =>
            api.send('withdrawVersion', {
              ...asking(inside.ada, inside.pathway, { body }),
              params: { id: inside.pathway, version: 2 },
            }),
        ),
        workOnMigration(server, plan.id, 1, FEW),
        workOnMigration(server, plan.id, 2, FEW),
      ]);
      expect(['done', 'migration-not-now', 'migration-outdated']).toEqual(
        expect.arrayContaining(said),
      );
      const after = await work(api, inside.ada, plan.id);
      expect(after.status).toBe(after.cases.waiting ? 'stopped' : 'done');
      const counted = Object.values(after.cases).reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(6);
    }
  });
});
