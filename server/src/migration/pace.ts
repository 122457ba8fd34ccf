import type { PeopleAtWork } from '../http/people-at-work.ts';

/** How a job goes over the cases of a plan. */
export interface Pace {
  readonly batchSize: () => number;
  /** How long to leave the machine to others after a batch that took so long. */
  readonly restMs: (tookMs: number) => number;
  /** Then another job goes on, so that a server that is to stop does not wait for long. */
  readonly jobMs: number;
}

/** Enough that a statement and its commit cost little for each case. */
const BATCH_SIZE = 200;
/** Whoever acts while it is written waits for no more than some milliseconds. */
const BATCH_SIZE_BESIDE_PEOPLE = 20;
/** In each of two lanes: together they take two fifths of one processor. */
const RESTS_PER_BATCH = 4;
/** On a machine that is overloaded anyway it still goes on. */
const REST_MS_MAX = 500;
const JOB_MS = 1000;

/** At full speed while nobody is there; people who work meanwhile come first. */
export function paceBeside(people: Pick<PeopleAtWork, 'areThere'>): Pace {
  return {
    batchSize: () => (people.areThere ? BATCH_SIZE_BESIDE_PEOPLE : BATCH_SIZE),
    restMs: (tookMs) => (people.areThere ? Math.min(tookMs * RESTS_PER_BATCH, REST_MS_MAX) : 0),
    jobMs: JOB_MS,
  };
}
