/** Who comes onto an older version after the plan was made, and before it is started. */
import { describe, expect, it } from 'vitest';
import { addCase, addEdition } from '../case/testing.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { useTestApi } from '../http/testing.ts';
import { asking, moveAll, partOf, readyPlan, type Stage, step, work } from './testing.ts';
import { enrolling, several, useResting, waitsIn } from './testing-seats.ts';

const api = useTestApi();
const { server } = api;
const { people, begun, redrawn, planOf, expectKept } = useResting(api);

type Pathway = Pick<Stage, 'ada' | 'pathway'>;
const read = ({ ada }: Pathway, { id }: MigrationView): Promise<MigrationView> =>
  api.ask('readMigration', asking(ada, id));

/** Whoever begins while version 2 is withdrawn begins on the first. */
async function withoutSecond<T>({ ada, pathway }: Pathway, come: () => Promise<T>): Promise<T> {
  const params = { id: pathway, version: 2 };
  const body = { note: 'Non va bene' };
  await api.ask('withdrawVersion', { ...asking(ada, pathway, { body }), params });
  const found = await come();
  await api.ask('restoreVersion', { ...asking(ada, pathway), params });
  return found;
}

const caseOf = async (id: string) =>
  (await server.pool.query('select * from "case" where id = $1', [id])).rows[0];

describe('who came onto an older version since the plan was made', () => {
  it('is in it as soon as somebody looks, with their question, and goes over with the others', async () => {
    // Nobody was inside, so that the plan has nothing to ask.
    const { inside, plan } = await readyPlan(api, 0);
    expect(plan.questions).toEqual([]);
    const begin = () => addCase(server, inside.pathway, inside.ada.id);
    const { newcomer, late, ended } = await withoutSecond(inside, async () => {
      const came = { newcomer: await begin(), late: await begin(), ended: await begin() };
      server.advanceBy(7 * 86_400_000);
      await step(server, came.late, { type: 'timer', timer: 'xstate.after.P7D.choosing' });
      server.advanceBy(-7 * 86_400_000);
      await step(server, came.ended, { type: 'action', action: 'STOP' });
      return came;
    });
    const onNew = await begin();
    const seen = await read(inside, plan);
    expect(seen).toMatchObject({ status: 'computing', revision: plan.revision + 1 });
    const anew = await work(api, inside.ada, plan.id);
    expect(anew.counts).toMatchObject({ moved: 1, 'needs-decision': 1 });
    const body = { version: 1, steps: anew.questions[0]!.steps, decision: { kind: 'stay' } };
    await api.ask('decideGroup', asking(inside.ada, plan.id, { revision: anew.revision, body }));
    const decided = await work(api, inside.ada, plan.id);
    const done = await moveAll(api, inside, decided);
    expect(done).toMatchObject({ cases: { moved: 1, parked: 1 }, progress: { total: 2 } });
    expect(await caseOf(newcomer)).toMatchObject({ version: 2, steps: ['choosing'] });
    expect((await partOf(server, plan, late)).reason.it).toContain('È stato deciso che resta');
    expect(await partOf(server, plan, ended)).toBeUndefined();
    expect(await partOf(server, plan, onNew)).toBeUndefined();
    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    const back = await work(api, inside.ada, plan.id);
    expect(back.cases).toEqual({ 'taken-back': 1, parked: 1 });
    expect(await caseOf(newcomer)).toMatchObject({ version: 1 });
  });

  it('is counted for seats before anybody is moved', async () => {
    const inside = await begun();
    const edition = await addEdition(server, 'training', 3);
    await several(3, () => inside.rest({ edition }));
    const plan = await planOf(inside, await redrawn(inside, enrolling));
    expect(waitsIn(plan)).toEqual([]);
    const pathway: Pathway = { ...inside, ada: people.ada };
    await withoutSecond(pathway, () => several(2, () => inside.rest({ edition })));
    await read(pathway, plan);
    const anew = await work(api, people.ada, plan.id);
    expect(anew.counts).toMatchObject({ moved: 5 });
    expect(waitsIn(anew)).toMatchObject([{ key: edition, count: 2 }]);
    await expectKept(anew);
  });

  it('keeps a plan from being started on what was said without them', async () => {
    const { inside, plan } = await readyPlan(api, 1);
    const newcomer = await withoutSecond(inside, () =>
      addCase(server, inside.pathway, inside.ada.id),
    );
    const asked = asking(inside.ada, plan.id, { revision: plan.revision });
    const refused = await api.askInVain('startMigration', 'migration-not-now', asked);
    expect(refused.detail).toContain('Nel frattempo qualcuno è arrivato');
    const anew = await work(api, inside.ada, plan.id);
    const done = await moveAll(api, inside, anew);
    expect(done.cases).toEqual({ moved: 4 });
    expect(await caseOf(newcomer)).toMatchObject({ version: 2 });
  });

  it('changes nothing of a plan for a version that is no longer the current one', async () => {
    const { inside, plan } = await readyPlan(api, 1);
    const body = { note: 'Non va bene' };
    const params = { id: inside.pathway, version: 2 };
    await api.ask('withdrawVersion', { ...asking(inside.ada, inside.pathway, { body }), params });
    await addCase(server, inside.pathway, inside.ada.id);
    expect(await read(inside, plan)).toMatchObject({ status: 'planned', revision: plan.revision });
  });
});
