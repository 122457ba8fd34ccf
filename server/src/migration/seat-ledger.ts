/** How the seats of an edition go while cases take and leave them; nothing is written. */

/** What an edition has to begin with. */
export interface Seats {
  readonly free: number;
  /** How many are on the waiting list already. */
  readonly waiting: number;
}

interface Account<Who> {
  free: number;
  /** Those who waited before: they go first. */
  waitingBefore: number;
  readonly queue: Who[];
}

/**
 * Keeps the rules of `takeSeats` and `offerSeats`: whoever finds no seat waits, and a seat that is
 * given back goes to whoever has waited longest.
 */
export class SeatLedger<Who> {
  readonly #seats: (edition: string) => Seats;
  readonly #accounts = new Map<string, Account<Who>>();

  constructor(seats: (edition: string) => Seats) {
    this.#seats = seats;
  }

  take(edition: string, who: Who): void {
    const account = this.#accountOf(edition);
    if (account.free > 0) account.free -= 1;
    else account.queue.push(who);
  }

  /** Gives back a seat, or a place on the waiting list: for the others it comes to the same. */
  leave(edition: string): void {
    const account = this.#accountOf(edition);
    if (account.waitingBefore > 0) account.waitingBefore -= 1;
    else if (account.queue.length > 0) account.queue.shift();
    else account.free += 1;
  }

  /** Those who took no seat, by edition, the longest wait first. */
  waiting(): [string, readonly Who[]][] {
    return [...this.#accounts]
      .map(([edition, { queue }]): [string, readonly Who[]] => [edition, queue])
      .filter(([, queue]) => queue.length > 0);
  }

  #accountOf(edition: string): Account<Who> {
    const { free, waiting } = this.#seats(edition);
    const account = this.#accounts.get(edition) ?? { free, waitingBefore: waiting, queue: [] };
    this.#accounts.set(edition, account);
    return account;
  }
}
