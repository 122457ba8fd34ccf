import { type No, no } from '../http/problems.ts';

/**
 * The moving thread gave a job up: it has too much to do, or the job was too much for it. A case
 * gone over in the background is marked as failed; whoever is waiting is asked to come back later.
 */
export class MovingBusy extends Error {
  constructor() {
    super('going over cases took too long or too much memory, or too many were waiting');
  }
}

export async function busyAsValue<T>(running: Promise<T>): Promise<T | No> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof MovingBusy) return no('too-many', { retryAfterSeconds: 60 });
    throw error;
  }
}
