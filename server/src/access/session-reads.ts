const IN_FLIGHT_MAX = 2;

interface Waiting<Row> {
  readonly hash: Buffer;
  readonly answers: PromiseWithResolvers<Row | undefined>;
}

/**
 * Gathers the sessions that concurrent requests ask for into few statements. Whoever asks is
 * answered by a statement that begins afterwards, so a session that has ended is never found.
 */
export class SessionReads<Row extends { readonly token_hash: Buffer }> {
  readonly #read: (hashes: readonly Buffer[]) => Promise<readonly Row[]>;
  #waiting = new Map<string, Waiting<Row>>();
  #inFlight = 0;

  constructor(read: (hashes: readonly Buffer[]) => Promise<readonly Row[]>) {
    this.#read = read;
  }

  find(hash: Buffer): Promise<Row | undefined> {
    const name = hash.toString('hex');
    const waiting = this.#waiting.get(name) ?? { hash, answers: Promise.withResolvers() };
    this.#waiting.set(name, waiting);
    if (this.#inFlight < IN_FLIGHT_MAX) void this.#ask();
    return waiting.answers.promise;
  }

  async #ask(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = new Map();
    this.#inFlight += 1;
    try {
      const rows = await this.#read([...asked.values()].map(({ hash }) => hash));
      const found = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
      for (const [name, { answers }] of asked) answers.resolve(found.get(name));
    } catch (error) {
      for (const { answers } of asked.values()) answers.reject(error);
    }
    this.#inFlight -= 1;
    if (this.#waiting.size > 0) void this.#ask();
  }
}
