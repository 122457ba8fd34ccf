import { Worker } from 'node:worker_threads';
import type { DocumentJob, DocumentResult } from './document-work.ts';

/** Enough for the greatest document; one that needs more costs its thread, not the server. */
const MEMORY_MB_MAX = 512;
const IDLE_MS = 60_000;
/** More than people click at once; the rest had better come back later. */
const WAITING_MAX = 20;

/** The job was given up: it took too long or too much memory, or too many were waiting. */
export const GIVEN_UP = Symbol('given up');

/**
 * Does jobs with documents one after the other in a thread of its own, so that requests go on
 * meanwhile. The thread begins with the first job, and ends when there is nothing to do. It holds
 * nothing: any process can do any job.
 */
export class DocumentThread {
  readonly #timeLimitMs: number;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(timeLimitMs: number) {
    this.#timeLimitMs = timeLimitMs;
  }

  async ask<K extends DocumentJob['kind']>(
    job: DocumentJob & { readonly kind: K },
  ): Promise<DocumentResult<K> | typeof GIVEN_UP> {
    if (this.#waiting >= WAITING_MAX) return GIVEN_UP;
    this.#waiting += 1;
    const mine = this.#last.then(() => this.#run(job));
    this.#last = mine.catch(() => {});
    try {
      return (await mine) as DocumentResult<K> | typeof GIVEN_UP;
    } finally {
      this.#waiting -= 1;
    }
  }

  #run(job: DocumentJob): Promise<unknown> {
    clearTimeout(this.#idle);
    this.#worker ??= startWorker();
    const worker = this.#worker;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const limit = setTimeout(() => {
      this.#drop(worker);
      resolve(GIVEN_UP);
    }, this.#timeLimitMs);
    const onError = (error: Error & { code?: string }) => {
      this.#drop(worker);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(GIVEN_UP);
      else reject(error);
    };
    worker.once('message', resolve).once('error', onError);
    worker.postMessage(job);
    return promise.finally(() => {
      clearTimeout(limit);
      worker.off('message', resolve).off('error', onError);
      this.#idle = setTimeout(() => this.#drop(worker), IDLE_MS).unref();
    });
  }

  #drop(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB_MAX },
  });
  worker.unref();
  // Nobody may be asking when it breaks; whoever asks hears of it besides.
  worker.on('error', () => {});
  return worker;
}

/** For what somebody waits for while drawing: milliseconds, once a thread has begun. */
export const readingThread = new DocumentThread(60_000);
/** For the full check before publishing: seconds. */
export const checkingThread = new DocumentThread(60_000);
/** For what a version means for everybody inside: seconds, or minutes where much is drawn anew. */
export const planningThread = new DocumentThread(120_000);
/** For carrying them over and back, some at a time: whoever does so waits for no plan. */
export const movingThread = new DocumentThread(120_000);
