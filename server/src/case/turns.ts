/**
 * Lets what happens to one case follow each other within a process. It only saves work: together
 * they would refuse each other by the revision, which is what other processes are held off by.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  async take<T>(id: string, run: () => Promise<T>): Promise<T> {
    const before = this.#last.get(id);
    const mine = before ? before.then(run, run) : run();
    this.#last.set(id, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(id) === mine) this.#last.delete(id);
    }
  }
}
