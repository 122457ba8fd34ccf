/** A stop while two lanes go over the cases, as they do at full speed. */
import { afterEach, expect, it, vi } from 'vitest';
import type { MigrationView } from '../contract/migrations.ts';
import { movingThread } from '../drafts/document-thread.ts';
import { useTestApi } from '../http/testing.ts';
import { asking, readyPlan, type Stage, startPlan, work } from './testing.ts';
import { workOnMigration } from './work-on-migration.ts';

const api = useTestApi();
const { server } = api;
const FEW = { batchSize: () => 2, restMs: () => 0, jobMs: 600_000 };

afterEach(() => vi.restoreAllMocks());

const countOf = async (sql: string): Promise<number> =>
  (await server.pool.query(sql)).rows[0].count;
const waitingForLocks = () =>
  countOf(`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);

/** The first batch is thought about until it may go on; those after it take no time. */
function firstBatchHeld() {
  const ask = movingThread.ask.bind(movingThread);
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  vi.spyOn(movingThread, 'ask').mockImplementationOnce(async (job) => {
    begun.resolve();
    await held.promise;
    return ask(job);
  });
  return { begun: begun.promise, release: held.resolve };
}

/** One lane is at its first batch and another goes on beside it: then somebody wants it to stop. */
async function stopped(by: (inside: Stage, plan: MigrationView) => Promise<unknown>) {
  const { inside, plan } = await readyPlan(api, 4);
  await startPlan(api, inside, plan);
  const { begun, release } = firstBatchHeld();
  const first = workOnMigration(server, plan.id, 1, FEW);
  await begun;
  const stopping = by(inside, plan);
  await expect.poll(waitingForLocks).toBe(1);
  let isThrough = false;
  const second = workOnMigration(server, plan.id, 2, FEW).then(() => {
    isThrough = true;
  });
  await expect.poll(async () => isThrough || (await waitingForLocks()) === 2).toBe(true);
  release();
  await Promise.all([first, second, stopping]);
  return work(api, inside.ada, plan.id);
}

it('waits for what is being moved, and for nothing that begins later', async () => {
  const view = await stopped(({ ada }, { id }) => api.ask('stopMigration', asking(ada, id)));
  expect(view).toMatchObject({ status: 'stopped', cases: { moved: 2, waiting: 10 } });
});

it('because the version is withdrawn waits no longer either', async () => {
  const view = await stopped(({ ada, pathway }) =>
    api.ask('withdrawVersion', {
      ...asking(ada, pathway, { body: { note: 'Non va bene' } }),
      params: { id: pathway, version: 2 },
    }),
  );
  expect(view).toMatchObject({ status: 'stopped', cases: { moved: 2, waiting: 10 } });
});
