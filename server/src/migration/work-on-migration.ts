import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { peopleAtWork } from '../http/people-at-work.ts';
import type { Server } from '../server.ts';
import { computePlan } from './compute-plan.ts';
import { type MigrationHead, migrationHead } from './migration-head.ts';
import { type Lane, queueMigration, queueNext } from './migration-job.ts';
import { type Pace, paceBeside } from './pace.ts';
import type { UnderWay } from './prepare.ts';
import { prepareMoves } from './prepare-moves.ts';
import { prepareReturns } from './prepare-returns.ts';
import { type Going, workOnBatch } from './work-in-batches.ts';

/**
 * What a job does with a plan: finds out what it means, or goes over cases for a while and has
 * the rest done by another job. Any number of processes may do so.
 */
export async function workOnMigration(
  server: Server,
  id: string,
  lane = 1,
  pace: Pace = paceBeside(peopleAtWork(server.pool)),
  jobId?: string,
): Promise<void> {
  const head = await migrationHead(server.pool, id);
  const at: Lane = { id, lane, jobId };
  switch (head?.status) {
    case 'computing':
      return lane === 1 ? computeInTurn(server, at) : undefined;
    case 'running':
      return goOn(server, head, at, pace, MOVING);
    case 'taking-back':
      return goOn(server, head, at, pace, RETURNING);
  }
}

/** Pools of the processes in which a plan is being made. */
const computing = new WeakSet<Pool>();
const TURN_SECONDS = 1;

/**
 * One thread makes all plans of a process, one after the other. A job that waited for it, perhaps
 * for minutes, would keep mail and deadlines from being worked on: it comes back later.
 */
async function computeInTurn(server: Server, at: Lane): Promise<void> {
  const { pool } = server;
  if (computing.has(pool)) return queueNext(pool, at, TURN_SECONDS);
  computing.add(pool);
  try {
    await computeOrFail(server, at.id);
  } finally {
    computing.delete(pool);
  }
}

const GIVE_UP = `
update pathway_migration set status = 'failed', error_id = $2
where id = $1 and status = 'computing'`;

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

interface Way extends Going {
  readonly end: 'done' | 'taken-back';
  /** Whose doing it is. */
  readonly by: (head: MigrationHead) => string | null;
}

const MOVING: Way = {
  prepare: prepareMoves,
  while: 'running',
  pending: 'waiting',
  end: 'done',
  by: ({ startedBy }) => startedBy,
};
const RETURNING: Way = {
  prepare: prepareReturns,
  while: 'taking-back',
  pending: 'moved',
  end: 'taken-back',
  by: ({ takenBackBy }) => takenBackBy,
};

// Cases that another process holds just now still wait, as far as others see. Where somebody could
// not be put back the migration stands: it may be taken back again.
const END = `
update pathway_migration m set ended_at = $5, status = case when exists (
    select from pathway_migration_case c where c.migration_id = m.id and c.status = 'moved')
  then 'done' else $3 end
where m.id = $1 and m.status = $2 and not exists (
  select from pathway_migration_case c where c.migration_id = m.id and c.status = $4
    and c.reason is null and c.error_id is null)`;

async function goOn(
  server: Server,
  head: MigrationHead,
  at: Lane,
  pace: Pace,
  way: Way,
): Promise<void> {
  const { pool, clock } = server;
  const plan = underWay(head, way.by(head));
  const endAt = performance.now() + pace.jobMs;
  do {
    const begin = performance.now();
    const wasThereAny = await workOnBatch(server, plan, way, pace.batchSize());
    if (!wasThereAny) {
      await pool.query(END, [head.id, way.while, way.end, way.pending, clock()]);
      return;
    }
    const restMs = pace.restMs(performance.now() - begin);
    if (restMs > 0) await pause(restMs);
  } while (performance.now() < endAt);
  await queueNext(pool, at);
}

function underWay(head: MigrationHead, personId: string | null): UnderWay {
  const { id, pathwayId, toVersion, decisions } = head;
  const actor = personId ? ({ kind: 'person', id: personId } as const) : SYSTEM;
  return { id, pathwayId, toVersion: toVersion!, decisions, actor };
}

const SYSTEM = { kind: 'system' } as const;

const UNFINISHED = `
select id from pathway_migration where status in ('computing', 'running', 'taking-back')`;

/**
 * Goes on with whatever a process that was killed left unfinished, since its job stays locked for
 * hours. What is under way goes on all the same: its lanes pass to these jobs, see `queueNext`.
 */
export async function sweepMigrations(server: Server): Promise<void> {
  const { rows } = await server.pool.query<{ id: string }>(UNFINISHED);
  for (const { id } of rows) await queueMigration(server.pool, id);
}
