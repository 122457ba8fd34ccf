import type { ClientBase, Pool } from 'pg';

const ADD = `select graphile_worker.add_job('migration', json_build_object('id', $1::uuid),
  job_key => 'migration:' || $1::uuid)`;

/** Has some process go on with a plan; within a transaction, once it commits. */
export async function queueMigration(on: Pool | ClientBase, id: string): Promise<void> {
  await on.query(ADD, [id]);
}
