import type { CaseWrite } from './case-write.ts';
import type { Written } from './write-statement.ts';

const BATCH_SIZE_MAX = 16;
const IN_FLIGHT_MAX = 3;

interface Waiting {
  readonly write: CaseWrite;
  readonly resolve: (written: Written | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers concurrent writes into few statements, so that they share a round trip and a commit. A
 * write leaves at once while fewer than three statements are under way; what arrives meanwhile
 * leaves together. A batch that fails is repeated one by one, so that one bad write harms no other.
 */
export class WriteQueue {
  readonly #write: (writes: readonly CaseWrite[]) => Promise<readonly Written[]>;
  #waiting: Waiting[] = [];
  #inFlight = 0;

  constructor(write: (writes: readonly CaseWrite[]) => Promise<readonly Written[]>) {
    this.#write = write;
  }

  /** Resolves once the write is durable; to undefined when the case had moved on meanwhile. */
  submit(write: CaseWrite): Promise<Written | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, resolve, reject });
      this.#flush();
    });
  }

  #flush(): void {
    while (this.#inFlight < IN_FLIGHT_MAX && this.#waiting.length > 0) {
      const batch = this.#take();
      this.#inFlight += 1;
      void this.#send(batch).finally(() => {
        this.#inFlight -= 1;
        this.#flush();
      });
    }
  }

  /** The statement would update a case once only, so a second write of a case waits its turn. */
  #take(): Waiting[] {
    const batch = new Map<string, Waiting>();
    const left: Waiting[] = [];
    for (const waiting of this.#waiting) {
      const { caseId } = waiting.write;
      if (batch.size < BATCH_SIZE_MAX && !batch.has(caseId)) batch.set(caseId, waiting);
      else left.push(waiting);
    }
    this.#waiting = left;
    // One order for all, so that two batches with the same cases don't wait for each other.
    return [...batch.values()].sort((a, b) => (a.write.caseId < b.write.caseId ? -1 : 1));
  }

  async #send(batch: readonly Waiting[]): Promise<void> {
    try {
      const written = await this.#write(batch.map((waiting) => waiting.write));
      const byCase = new Map(written.map((each) => [each.caseId, each]));
      for (const { write, resolve } of batch) resolve(byCase.get(write.caseId));
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const waiting of batch) await this.#send([waiting]);
    }
  }
}
