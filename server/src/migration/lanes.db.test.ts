import { expect, it } from 'vitest';
import type { MigrationView } from '../contract/migrations.ts';
import { useTestApi } from '../http/testing.ts';
import { readyPlan, startPlan } from './testing.ts';
import { sweepMigrations, workOnMigration } from './work-on-migration.ts';

const api = useTestApi();
const { server } = api;
const ONE_CASE = { batchSize: () => 1, restMs: () => 0, jobMs: 0 };

/** The job of the first lane that waits, taken as a worker would. */
async function taken(plan: MigrationView): Promise<string> {
  const { rows } = await server.pool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker'
     where key = $1 and locked_at is null returning id`,
    [`migration:${plan.id}:1`],
  );
  return rows[0].id;
}

const goOn = (plan: MigrationView, job: string) =>
  workOnMigration(server, plan.id, 1, ONE_CASE, job);

async function countWaiting(plan: MigrationView): Promise<number> {
  const { rows } = await server.pool.query(
    `select count(*)::int as count from graphile_worker._private_jobs
     where payload ->> 'id' = $1 and payload ->> 'lane' = '1' and locked_at is null`,
    [plan.id],
  );
  return rows[0].count;
}

it('a lane that is queued anew while it runs goes on in one job, and not in two', async () => {
  const { inside, plan } = await readyPlan(api);
  await startPlan(api, inside, plan);
  await goOn(plan, await taken(plan));
  expect(await countWaiting(plan)).toBe(1);
  const running = await taken(plan);
  await sweepMigrations(server);
  const beside = await taken(plan);
  await goOn(plan, running);
  expect(await countWaiting(plan)).toBe(0);
  await goOn(plan, beside);
  expect(await countWaiting(plan)).toBe(1);
});
