import { setImmediate } from 'node:timers/promises';

/** So many entries of a trace are walked before others have their turn: some milliseconds. */
export const ENTRIES_AT_ONCE = 20;

/** Goes through what is done a step at a time; others have their turn after each `every` steps. */
export async function inTurns<Result>(
  steps: Generator<undefined, Result, undefined>,
  every = 1,
): Promise<Result> {
  for (let taken = 1; ; taken += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (taken % every === 0) await setImmediate();
  }
}
