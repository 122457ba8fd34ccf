import type { Problem } from '@percorso/server/contract';
import { presentLanguage } from '../language/language.ts';

/** What came of a request: the answer, the server's "no", or no answer at all. */
export type Asked<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly problem: null };

const UNREADABLE: Problem = { type: 'about:blank', title: '', status: 500, code: 'unreadable' };

/**
 * Posts JSON to the public API. Never throws: being offline is an expected answer
 * (`problem: null`), so that a page can keep what was typed.
 */
export async function post<T>(path: string, body: unknown, key?: string): Promise<Asked<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': presentLanguage(),
        ...(key && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
  } catch {
    return { ok: false, problem: null };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return { ok: true, answer: answer as T };
  // A gateway's own page is no problem document.
  const isProblem = typeof answer === 'object' && answer !== null && 'code' in answer;
  return { ok: false, problem: isProblem ? (answer as Problem) : UNREADABLE };
}
