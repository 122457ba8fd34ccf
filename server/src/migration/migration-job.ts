import type { ClientBase, Pool } from 'pg';

/** So that one batch is thought through while another is written. */
const LANES = [1, 2];

const ADD = `select graphile_worker.add_job('migration', json_build_object('id', $1::uuid,
  'lane', $2::int), job_key => 'migration:' || $1::uuid || ':' || $2::int,
  run_at => now() + make_interval(secs => $3))`;

/** Has some process go on with a plan in one lane; within a transaction, once it commits. */
export async function queueLane(
  on: Pool | ClientBase,
  id: string,
  lane: number,
  inSeconds = 0,
): Promise<void> {
  await on.query(ADD, [id, lane, inSeconds]);
}

/** Has processes begin, or go on after a stop. */
export async function queueMigration(on: Pool | ClientBase, id: string): Promise<void> {
  for (const lane of LANES) await queueLane(on, id, lane);
}
