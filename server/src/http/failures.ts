import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler } from 'express';
import type { Server } from '../server.ts';
import { answerNo } from './answer-no.ts';
import { type No, no, type ProblemCode } from './problems.ts';

/** What Express and its JSON reader throw for requests that are at fault themselves. */
const READING: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'json-broken',
  'entity.verify.failed': 'json-broken',
  'request.size.invalid': 'json-broken',
  'request.aborted': 'json-broken',
  'entity.too.large': 'body-too-large',
  'charset.unsupported': 'type-unsupported',
  'encoding.unsupported': 'type-unsupported',
};

/** The last handler: whatever was thrown becomes a problem, and a bug is logged under an id. */
export function failures(server: Server): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const answer = noFor(error, server, `${request.method} ${request.path}`);
    // Half an answer is on its way: only closing the connection tells the truth.
    if (response.headersSent) response.destroy();
    else answerNo(request, response, answer);
  };
}

function noFor(error: unknown, server: Server, where: string): No {
  const known = READING[String((error as { type?: unknown } | null)?.type)];
  if (known === 'body-too-large') return no(known, { detail: atMost(error as { limit?: number }) });
  if (known) return no(known);
  if (error instanceof URIError) return no('address-unknown');
  if (isDatabaseAway(error)) {
    server.log.warn('The database does not answer', { where });
    return no('database-away', { retryAfterSeconds: 5 });
  }
  const id = randomUUID();
  server.log.error('A request met a bug', error, { id, where });
  return no('bug', { id });
}

function atMost({ limit = 0 }: { readonly limit?: number }) {
  const size = limit < 1_000_000 ? `${Math.floor(limit / 1024)} kB` : '2 MB';
  return { it: `Sono ammessi al massimo ${size}.`, en: `At most ${size} are allowed.` };
}

const AWAY_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
]);
/** A socket whose path is missing, and not a file: that is opened, or asked for. */
const SOCKET_CALLS = new Set(['connect', 'read', 'write', 'getaddrinfo']);
const AWAY_MESSAGES = /connection terminated|timeout exceeded when trying to connect/i;

/** Connection errors of Node, PostgreSQL's classes 08 and 57P, and what `pg` says of its pool. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (AWAY_CODES.has(code) && SOCKET_CALLS.has(syscall)) return true;
  if (/^(08|57P|53300)/.test(code)) return true;
  if (AWAY_MESSAGES.test(error.message)) return true;
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.some((each) => each !== error && isDatabaseAway(each));
}
