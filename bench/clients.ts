import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface ClientsAsked {
  readonly origin: string;
  /** Of a session that may act on the cases. */
  readonly token: string;
  /** One client for each; all at revision 1. */
  readonly caseIds: readonly string[];
  readonly action: string;
  readonly roundMs: number;
}

export interface Round {
  readonly count: number;
  readonly perSecond: number;
}

/** Clients that act at once. They have a thread of their own: their work is not the server's. */
export class Clients {
  readonly #worker: Worker;

  constructor(workerData: ClientsAsked) {
    this.#worker = new Worker(new URL('./http-clients.ts', import.meta.url), { workerData });
  }

  /** Lets all of them act for a round's time. */
  async act(): Promise<Round> {
    this.#worker.postMessage('go');
    const [round] = (await once(this.#worker, 'message')) as [Round];
    return round;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
