import type { PathwayDocument } from '@percorso/engine';
import elkApi from 'elkjs/lib/elk-api.js';
import { elkGraphOf } from './elk-graph.ts';
import { roomMade } from './make-room.ts';
import { type Positions, positionsFrom } from './positions.ts';

export interface LayOutOptions {
  /** Everything anew; otherwise what has a place stays as near to it as it can. */
  readonly isFresh?: boolean;
  /** Aborting rejects the promise with the signal's reason, and ends the work. */
  readonly signal?: AbortSignal;
}

/**
 * Places for all steps, as parameters of the command `set-positions`. The work for a fresh layout
 * is done in a web worker; a document of which less than half has places is laid out anew.
 */
export async function layOut(
  document: PathwayDocument,
  { isFresh = false, signal }: LayOutOptions = {},
): Promise<Positions> {
  signal?.throwIfAborted();
  const steps = Object.values(document.steps);
  const isMostlyPlaced = steps.filter(({ at }) => at !== undefined).length * 2 >= steps.length;
  if (!isFresh && isMostlyPlaced) return roomMade(document);
  return laidOutByElk(document, signal);
}

async function laidOutByElk(document: PathwayDocument, signal?: AbortSignal): Promise<Positions> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const elk = new elkApi.default({ workerFactory: () => worker });
  const stopped = Promise.withResolvers<never>();
  const abort = () => stopped.reject(signal?.reason);
  signal?.addEventListener('abort', abort);
  worker.addEventListener('error', () => stopped.reject(new Error('the layout worker failed')));
  try {
    return positionsFrom(await Promise.race([elk.layout(elkGraphOf(document)), stopped.promise]));
  } finally {
    signal?.removeEventListener('abort', abort);
    elk.terminateWorker();
  }
}
