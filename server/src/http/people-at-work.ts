import type { Pool } from 'pg';

const REQUEST_COUNT = 3;
const WITHIN_MS = 1000;

/**
 * Whether people are at work with this process just now, as its requests tell. A page that only
 * looks now and then how far something is asks less often than that.
 */
export class PeopleAtWork {
  readonly #nowMs: () => number;
  #latest: readonly number[] = [];

  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  /** A request has come. */
  hear(): void {
    this.#latest = [...this.#latest.slice(1 - REQUEST_COUNT), this.#nowMs()];
  }

  get areThere(): boolean {
    const since = this.#nowMs() - WITHIN_MS;
    return this.#latest.length === REQUEST_COUNT && this.#latest.every((at) => at > since);
  }
}

const people = new WeakMap<Pool, PeopleAtWork>();

/** Those of this process: what runs in the background makes room for them. */
export function peopleAtWork(pool: Pool): PeopleAtWork {
  const ours = people.get(pool) ?? new PeopleAtWork();
  people.set(pool, ours);
  return ours;
}
