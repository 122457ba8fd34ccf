import type { ClientBase, Pool } from 'pg';

/** So that one batch is thought through while another is written. */
const LANES = [1, 2];

const KEY = `'migration:' || $1::uuid || ':' || $2::int`;
const ADD = `select graphile_worker.add_job('migration', json_build_object('id', $1::uuid,
  'lane', $2::int), job_key => ${KEY}, run_at => now() + make_interval(secs => $3))`;
// Whoever queues a lane while a job of it runs takes the key from that job, and another runs
// beside it: if both went on there would be a lane more each time.
const ADD_AFTER = `${ADD} from graphile_worker.jobs where id = $4 and key = ${KEY}`;

/** A piece of the work on a plan; the job that does it, unless somebody calls by hand. */
export interface Lane {
  readonly id: string;
  readonly lane: number;
  readonly jobId?: string | undefined;
}

/** Has some process go on with a lane; not where that was queued anew while this job ran. */
export async function queueNext(on: Pool, { id, lane, jobId }: Lane, inSeconds = 0): Promise<void> {
  if (jobId === undefined) await on.query(ADD, [id, lane, inSeconds]);
  else await on.query(ADD_AFTER, [id, lane, inSeconds, jobId]);
}

/**
 * Has processes begin, or go on after a stop, in each lane; within a transaction, once it commits.
 */
export async function queueMigration(on: Pool | ClientBase, id: string): Promise<void> {
  for (const lane of LANES) await on.query(ADD, [id, lane, 0]);
}
