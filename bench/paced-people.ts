/** People at work: each acts on a case of their own, then thinks for a while. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { percentile } from './row.ts';

interface Asked {
  readonly origin: string;
  /** Of a session that may act on the cases. */
  readonly token: string;
  /** One person for each; all at revision 1. */
  readonly caseIds: readonly string[];
  readonly action: string;
}

const THINKING_MS = 40;

/** They have a thread of their own: what they do costs the server nothing. */
export class People {
  readonly #worker: Worker;

  constructor(workerData: Asked) {
    this.#worker = new Worker(new URL(import.meta.url), { workerData });
  }

  /** Lets all of them act until `until` resolves; returns how long 95 of 100 waited at most. */
  async act(until: Promise<unknown>): Promise<number> {
    this.#worker.postMessage('go');
    await until;
    this.#worker.postMessage('stop');
    const [waits] = (await once(this.#worker, 'message')) as [number[]];
    return percentile(waits, 95);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

async function actOn({ origin, token, action }: Asked, id: string, revision: number) {
  const begin = performance.now();
  const response = await fetch(`${origin}/api/cases/${id}/actions`, {
    method: 'POST',
    headers: {
      Cookie: `percorso=${token}`,
      'Content-Type': 'application/json',
      'If-Match': `"${revision}"`,
      'Idempotency-Key': `${id}-${revision}`,
    },
    body: JSON.stringify({ action, answer: {} }),
  });
  if (response.status !== 200) throw new Error(await response.text());
  await response.text();
  return performance.now() - begin;
}

function work(asked: Asked): void {
  const revisions = new Map(asked.caseIds.map((id) => [id, 1]));
  let isAtWork = false;
  const person = async (id: string, waits: number[]) => {
    while (isAtWork) {
      const revision = revisions.get(id)!;
      waits.push(await actOn(asked, id, revision));
      revisions.set(id, revision + 1);
      await pause(THINKING_MS);
    }
  };
  parentPort!.on('message', async (message: 'go' | 'stop') => {
    isAtWork = message === 'go';
    if (!isAtWork) return;
    const waits: number[] = [];
    await Promise.all(asked.caseIds.map((id) => person(id, waits)));
    parentPort!.postMessage(waits);
  });
}

if (!isMainThread) work(workerData as Asked);
