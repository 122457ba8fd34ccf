import { beforeAll, describe, expect, it } from 'vitest';
import { deskOf } from '../case/deviations/testing.ts';
import { loadCase } from '../case/load-case.ts';
import { replayCase } from '../case/replay-case.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import {
  asking,
  planned,
  publishNext,
  REMINDED,
  redraw,
  rowsOf,
  type Stage,
  stage,
  work,
} from './testing.ts';

const api = useTestApi();
const { server } = api;
let partner: Somebody;

beforeAll(async () => {
  partner = await addSomebody(server, ['partner-operator'], 'cesvip');
});

const added = { type: 'add-task', label: 'Telefonare', form: 'report' } as const;
const addTask = { ...added, assignee: { organisation: 'cesvip' } };

/** Cases that deviated in every way, and a plan for a version in which the form is gone. */
async function deviated() {
  const inside = await stage(api, 2);
  const [tasked, undone] = inside.choosing as [string, string];
  const [gone] = inside.attending as [string];
  const desk = (id: string) => deskOf(api, inside.ada, id);
  await desk(tasked).deviate(addTask);
  const { tasks } = await desk(tasked).deviations();
  await api.ask('acceptTask', { as: partner.token, params: { id: tasks[0].id } });
  await desk(undone).undo();
  await desk(gone).deviate({ type: 'go-to', to: 'choosing' });
  await desk(gone).deviate({ type: 'skip', from: 'choosing', to: 'late' });
  const version = await publishNext(api, inside, (document) => {
    redraw(document);
    delete document.machine.states.attending.invoke[0].input.form;
    delete document.forms.report;
  });
  let plan = await planned(api, inside, version);
  for (const { steps } of plan.questions) {
    const body = { version: 1, steps, decision: REMINDED };
    await api.ask('decideGroup', asking(inside.ada, plan.id, { revision: plan.revision, body }));
    plan = await work(api, inside.ada, plan.id);
  }
  return { inside, plan, desk, tasked, undone, gone };
}

const moved = async ({ ada }: Stage, { id, revision }: MigrationView) => {
  await api.ask('startMigration', asking(ada, id, { revision }));
  return work(api, ada, id);
};

async function expectReplay(id: string): Promise<void> {
  const proof = await replayCase(server, (await loadCase(server.pool, id))!);
  expect(proof).toMatchObject({ matches: true, chainValid: true, differsAt: null });
}

describe('cases that deviated', () => {
  it('go over with their added tasks, are taken back as they were, and always replay', async () => {
    const { inside, plan, desk, tasked, undone, gone } = await deviated();
    const ids = [tasked, undone, gone];
    const before = await Promise.all(ids.map((id) => rowsOf(server, id)));
    const done = await moved(inside, plan);
    expect(done.cases).toEqual({ moved: 6 });
    for (const id of ids) await expectReplay(id);
    expect((await desk(tasked).deviations()).tasks).toMatchObject([
      { activity: 'ad-hoc/3', label: { it: 'Telefonare' } },
    ]);
    for (const id of ids) await desk(id).undoRefused('undo-migration');
    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    expect((await work(api, inside.ada, plan.id)).cases).toEqual({ 'taken-back': 6 });
    expect(await Promise.all(ids.map((id) => rowsOf(server, id)))).toEqual(before);
    for (const id of ids) await expectReplay(id);
    // What holds again may be undone again.
    await desk(tasked).undo();
    await desk(gone).undo();
    for (const id of ids) await expectReplay(id);
    expect((await desk(tasked).deviations()).tasks).toEqual([]);
    expect((await desk(gone).read()).steps[0].step).toBe('choosing');
  });

  it('can be done with, and deviate on, in the new version', async () => {
    const { inside, plan, desk, tasked, undone } = await deviated();
    await moved(inside, plan);
    const { tasks } = await desk(tasked).deviations();
    const asked = { as: partner.token, params: { id: tasks[0].id } };
    const read = await api.ask('readTask', asked);
    expect(read).toMatchObject({
      label: { it: 'Telefonare' },
      schema: null,
      may: ['complete', 'decline'],
    });
    await api.ask('completeTask', { ...asked, body: { answer: {} } });
    await desk(undone).deviate({ type: 'go-to', to: 'reminded' });
    await desk(undone).deviate(withoutForm);
    await desk(undone).undo();
    await desk(undone).undo();
    await desk(undone).undoRefused('undo-migration');
    await expectReplay(tasked);
    await expectReplay(undone);
    const [line] = await desk(tasked).trace();
    expect(line.words.it).toBe('Telefonare: fatto');
    // One went on, and stays; the other is where the migration put it, and is taken back.
    await api.ask('takeBackMigration', asking(inside.ada, plan.id));
    const after = await work(api, inside.ada, plan.id);
    expect(after.cases).toEqual({ 'taken-back': 5, 'gone-on': 1 });
    await expectReplay(tasked);
    await expectReplay(undone);
  });

  it('are counted on the version on which it happened', async () => {
    const { inside, plan, desk, undone } = await deviated();
    await moved(inside, plan);
    await desk(undone).deviate({ type: 'go-to', to: 'reminded' });
    const params = { id: inside.pathway };
    const counts = await api.ask('readDeviationCounts', { as: inside.ada.token, params });
    expect(counts.cases).toBe(3);
    expect(counts.steps).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ step: 'choosing', version: 1, total: 3 }),
        expect.objectContaining({ step: 'attending', version: 1, counts: { 'go-to': 1 } }),
        expect.objectContaining({ step: 'choosing', version: 2, counts: { 'go-to': 1 } }),
      ]),
    );
    expect(counts.steps).toHaveLength(3);
  });
});

const withoutForm = {
  type: 'add-task',
  label: 'Scrivere',
  assignee: { role: 'coordinator' },
} as const;
