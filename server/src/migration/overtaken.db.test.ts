import { afterEach, expect, it, vi } from 'vitest';
import { loadCase } from '../case/load-case.ts';
import { replayCase } from '../case/replay-case.ts';
import { movingThread } from '../drafts/document-thread.ts';
import { useTestApi } from '../http/testing.ts';
import {
  asking,
  everybody,
  moveAll,
  partOf,
  readyPlan,
  type Stage,
  step,
  work,
} from './testing.ts';

const api = useTestApi();
const { server } = api;

afterEach(() => vi.restoreAllMocks());

const ask = movingThread.ask.bind(movingThread);

/** What somebody does after the thread has looked at the cases, and before its answer is written. */
function meanwhile(act: () => Promise<void>) {
  return vi.spyOn(movingThread, 'ask').mockImplementationOnce(async (job) => {
    const answer = await ask(job);
    await act();
    return answer;
  });
}

const caseOf = async (id: string) => (await loadCase(server.pool, id))!;
const act = (id: string, action: string) => step(server, id, { type: 'action', action });

async function expectWhole(inside: Stage): Promise<void> {
  for (const id of everybody(inside)) {
    const replayed = await replayCase(server, await caseOf(id));
    expect(replayed).toMatchObject({ matches: true, chainValid: true, differsAt: null });
  }
}

it('whoever acts between the look at their case and its move is planned anew', async () => {
  const { inside, plan } = await readyPlan(api, 2);
  const [ended, turned] = inside.choosing as [string, string];
  const left = inside.late[0]!;
  const before = new Map(
    await Promise.all([turned, left].map(async (id) => [id, await caseOf(id)] as const)),
  );
  const looks = meanwhile(async () => {
    await act(ended, 'STOP');
    await act(turned, 'TURN');
    await act(left, 'LEAVE');
  });
  const done = await moveAll(api, inside, plan);
  expect(looks.mock.calls.length, 'those overtaken are looked at again').toBeGreaterThan(1);
  expect(done.cases).toEqual({ moved: 5, skipped: 1 });
  expect(await caseOf(ended)).toMatchObject({ version: 1, status: 'done' });
  for (const [id, { revision }] of before) {
    expect(await caseOf(id), 'both steps are there').toMatchObject({
      version: 2,
      revision: revision + 2,
      steps: ['choosing'],
    });
  }
  await expectWhole(inside);
});

it('whoever acts all the time is left for the next batch, and overwritten by none', async () => {
  const { inside, plan } = await readyPlan(api, 1);
  const busy = inside.choosing[0]!;
  const { revision } = await caseOf(busy);
  // Once in the batch, five times alone, and once more in the next batch.
  const times = 1 + 5 + 1;
  for (let time = 0; time < times; time += 1) meanwhile(() => act(busy, 'TURN'));
  expect((await moveAll(api, inside, plan)).cases).toEqual({ moved: 3 });
  expect(movingThread.ask).toHaveBeenCalledTimes(times + 1);
  expect(await caseOf(busy)).toMatchObject({ version: 2, revision: revision + times + 1 });
  await expectWhole(inside);
});

it('whoever acts while they are put back keeps what was done', async () => {
  const { inside, plan } = await readyPlan(api, 2);
  await moveAll(api, inside, plan);
  const active = inside.choosing[0]!;
  await api.ask('takeBackMigration', asking(inside.ada, plan.id));
  meanwhile(() => act(active, 'TURN'));
  const done = await work(api, inside.ada, plan.id);
  expect(done.cases).toEqual({ 'taken-back': 5, 'gone-on': 1 });
  expect(await partOf(server, plan, active)).toMatchObject({ status: 'gone-on' });
  expect(await caseOf(active)).toMatchObject({ version: 2 });
  await expectWhole(inside);
});
