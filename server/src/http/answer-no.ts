import type { Request, Response } from 'express';
import type { Language } from '../contract/words.ts';
import { type No, PROBLEMS, problemOf } from './problems.ts';

/** Italian, unless the reader's browser prefers English to it. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('it', 'en') === 'en' ? 'en' : 'it';
}

/** Sends a "no" as RFC 9457 problem details. */
export function answerNo(request: Request, response: Response, answer: No): void {
  const { retryAfterSeconds, allow } = answer.details;
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  if (allow) response.set('Allow', allow.join(', '));
  const language = languageOf(request);
  response
    .status(PROBLEMS[answer.code].status)
    .set({ 'Content-Language': language, 'Cache-Control': 'no-store', Vary: 'Accept-Language' })
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(answer, language)));
}
