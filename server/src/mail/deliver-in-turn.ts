import type { Pool } from 'pg';
import type { Server } from '../server.ts';
import { deliverMail } from './deliver.ts';

interface Turn {
  /** Somebody came while mail was being sent, perhaps too late for what they had queued. */
  isAskedAgain: boolean;
}

/** By the pools of the processes in which mail is being sent. */
const turns = new WeakMap<Pool, Turn>();

/**
 * Sends what waits, unless this process is at it already: then that goes on with what was queued
 * meanwhile. A mail server that doesn't answer keeps one job and one connection waiting, and no
 * more. (A named queue would hold all processes, and for hours if the one that sends is killed.)
 */
export async function deliverInTurn(server: Server): Promise<void> {
  const going = turns.get(server.pool);
  if (going) {
    going.isAskedAgain = true;
    return;
  }
  const turn: Turn = { isAskedAgain: false };
  turns.set(server.pool, turn);
  try {
    do {
      turn.isAskedAgain = false;
      await deliverMail(server);
    } while (turn.isAskedAgain);
  } finally {
    turns.delete(server.pool);
  }
}

const QUEUE = `select graphile_worker.add_job('deliver-mail', job_key => 'mail')`;

/** Has some process send what waits, as soon as one has time. */
export async function queueDelivery({ pool }: Server): Promise<void> {
  await pool.query(QUEUE);
}
