import type { Pool } from 'pg';
import { Turns } from './turns.ts';
import { WriteQueue } from './write-queue.ts';
import { writeRevisions } from './write-statement.ts';

const queues = new WeakMap<Pool, WriteQueue>();

/** The one queue of a process over its pool. It holds only what has not been answered yet. */
export function writeQueueOf(pool: Pool): WriteQueue {
  const queue = queues.get(pool) ?? new WriteQueue((writes) => writeRevisions(pool, writes));
  queues.set(pool, queue);
  return queue;
}

const turns = new WeakMap<Pool, Turns>();

/** Whose turn it is, case by case, among the changes of this process. */
export function turnsOf(pool: Pool): Turns {
  const own = turns.get(pool) ?? new Turns();
  turns.set(pool, own);
  return own;
}
