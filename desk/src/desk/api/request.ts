import type { Problem } from '@percorso/server/contract';
import { presentLanguage } from '../../language/language.ts';
import { type AnswerOf, addresses, type OperationName, type RequestOf } from './operations.ts';

/** The API said no, and why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** No answer came: the network or the server is away. Whether it was done is not known. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

interface Parts {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly revision?: number;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** The same key makes a repeated request harmless. */
  readonly idempotencyKey?: string;
}

/** `get /api/cases/{id}` with its params and query → the address to fetch. */
export function addressOf(template: string, { params = {}, query = {} }: Parts): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

function headersOf(parts: Parts, options: RequestOptions): Headers {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    'Accept-Language': presentLanguage(),
  });
  if (parts.body !== undefined) headers.set('Content-Type', 'application/json');
  if (parts.revision !== undefined) headers.set('If-Match', `"${parts.revision}"`);
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  return headers;
}

/** A proxy's error page is not a problem document: keep its status, invent nothing else. */
async function problemOf(response: Response): Promise<Problem> {
  const title = response.statusText || `HTTP ${response.status}`;
  const bare = { type: 'about:blank', title, status: response.status, code: 'unknown' };
  if (!response.headers.get('Content-Type')?.includes('json')) return bare;
  return { ...bare, ...((await response.json()) as Partial<Problem>) };
}

async function fetchOrUnreachable(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new UnreachableError('unreachable', { cause });
  }
}

/**
 * Calls one operation of the API. Throws `ProblemError` for every "no" and `UnreachableError`
 * where no answer came.
 */
export async function request<N extends OperationName>(
  name: N,
  parts: RequestOf<N>,
  options: RequestOptions = {},
): Promise<AnswerOf<N>> {
  const given = parts as Parts;
  const [method = 'get', template = ''] = addresses[name].split(' ');
  const init: RequestInit = {
    method: method.toUpperCase(),
    headers: headersOf(given, options),
    credentials: 'same-origin',
  };
  if (given.body !== undefined) init.body = JSON.stringify(given.body);
  if (options.signal) init.signal = options.signal;
  const response = await fetchOrUnreachable(addressOf(template, given), init);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return undefined as AnswerOf<N>;
  return (await response.json()) as AnswerOf<N>;
}
