import { type Fault, type No, no } from '../http/problems.ts';
import { GIVEN_UP, readingThread } from './document-thread.ts';
import type { DocumentResult } from './document-work.ts';

type Read = Extract<DocumentResult<'parse'>, { ok: true }>;

/** A document from outside through the engine's gate; what is wrong is said place by place. */
export async function readDocument(text: string): Promise<Read | No> {
  const parsed = await readingThread.ask({ kind: 'parse', text });
  if (parsed === GIVEN_UP) return no('too-many', { retryAfterSeconds: 10 });
  if (parsed.ok) return parsed;
  if (parsed.problems.some(({ code }) => code === 'too-large')) {
    return no('body-too-large', { path: 'document', detail: TOO_LARGE });
  }
  return documentInvalid(parsed.problems);
}

/** Paths are JSON pointers into the document. */
export function documentInvalid(faults: readonly Fault[]): No {
  return no('document-invalid', {
    path: 'document',
    faults: faults.map(({ path, message }) => ({ path, message })),
  });
}

const TOO_LARGE = {
  it: 'Un percorso può essere al massimo di 1 MB.',
  en: 'A pathway may be 1 MB at most.',
};
