import type { Server } from '../server.ts';
import { computePlan } from './compute-plan.ts';
import { migrationHead } from './migration-head.ts';
import { queueMigration } from './migration-job.ts';

const GIVE_UP = `
update pathway_migration set status = 'failed', error_id = $2
where id = $1 and status = 'computing'`;

/**
 * What a job does with a plan: finds out what it means, or moves or takes back some cases and has
 * the rest done by another job, so that other work comes in between.
 */
export async function workOnMigration(server: Server, id: string): Promise<void> {
  const head = await migrationHead(server.pool, id);
  if (head?.status === 'computing') await computeOrFail(server, id);
}

/** A plan that can't be made would be tried again for days, and whoever waits be told nothing. */
async function computeOrFail(server: Server, id: string): Promise<void> {
  try {
    await computePlan(server, id);
  } catch (error) {
    const errorId = server.newId();
    server.log.error(`A migration could not be planned (${errorId})`, error);
    await server.pool.query(GIVE_UP, [id, errorId]);
  }
}

const UNFINISHED = `
select id from pathway_migration where status in ('computing', 'running', 'taking-back')`;
const FORGET = `
delete from pathway_migration where started_at is null and created_at < $1`;
const FORGOTTEN_AFTER_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Goes on with whatever a process that was killed left unfinished, since its job stays locked for
 * hours, and forgets previews and plans that nobody started.
 */
export async function sweepMigrations(server: Server): Promise<void> {
  const { rows } = await server.pool.query<{ id: string }>(UNFINISHED);
  for (const { id } of rows) await queueMigration(server.pool, id);
  const before = new Date(server.clock().getTime() - FORGOTTEN_AFTER_DAYS * DAY_MS);
  await server.pool.query(FORGET, [before]);
}
