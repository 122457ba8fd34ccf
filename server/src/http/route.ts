import type { Request, RequestHandler, Response, Router } from 'express';
import express from 'express';
import type { z } from 'zod';
import { mayCall } from '../access/abilities.ts';
import type { SessionCookie } from '../access/cookie.ts';
import type { Reader, SignedIn } from '../access/reader.ts';
import { findSession } from '../access/sessions.ts';
import { networkOf } from '../access/throttle.ts';
import type { Operation } from '../contract/operation.ts';
import { type OperationName, operations } from '../contract/operations.ts';
import type { Language } from '../contract/words.ts';
import type { DraftFeed } from '../drafts/draft-feed.ts';
import type { Server } from '../server.ts';
import { answerNo, languageOf } from './answer-no.ts';
import type { ChangeFeed } from './change-feed.ts';
import { faultsOf } from './faults.ts';
import { No, no } from './problems.ts';
import { textFaults } from './text-faults.ts';

/** What the routes share. */
export interface Api {
  readonly server: Server;
  readonly router: Router;
  readonly cookie: SessionCookie;
  readonly changes: ChangeFeed;
  readonly drafts: DraftFeed;
}

type Operations = typeof operations;
type Parsed<N extends OperationName, Part extends string> =
  Operations[N] extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;
type IfConditional<N extends OperationName, T> = Operations[N] extends { conditional: true }
  ? T
  : undefined;
type BySession<N extends OperationName, T> = Operations[N] extends { access: 'session' }
  ? T
  : undefined;

/** What a handler is given: all of it parsed by the contract, and the right to ask already held. */
export interface Asked<N extends OperationName> {
  readonly params: Parsed<N, 'params'>;
  readonly query: Parsed<N, 'query'>;
  readonly body: Parsed<N, 'body'>;
  readonly reader: BySession<N, Reader>;
  readonly signedIn: BySession<N, SignedIn>;
  /** Of If-Match. The handler compares it and says `no('revision-stale', { revision })`. */
  readonly revision: IfConditional<N, number>;
  readonly idempotencyKey: IfConditional<N, string>;
  readonly language: Language;
  /** The asker's network, for throttling. */
  readonly address: string;
  readonly request: Request;
  readonly response: Response;
}

/** The contract's answer, or a "no"; where the contract has none, a handler just ends. */
export type Answered<N extends OperationName> = Operations[N] extends {
  answer: infer Schema extends z.ZodType;
}
  ? Promise<No | z.output<Schema>>
  : Promise<No | undefined> | Promise<void>;

export type Handler<N extends OperationName> = (asked: Asked<N>) => Answered<N>;

const BODY_BYTES_MAX = 65_536;

const readJson = (limit: number) =>
  express.json({ limit, type: 'application/json', inflate: false, strict: false });

/**
 * Serves one operation of the contract. The order of "no": session, ability, revision and key,
 * kind of content, content; then the handler's own.
 */
export function route<N extends OperationName>(api: Api, name: N, handler: Handler<N>): void {
  const operation: Operation = operations[name];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const readBody = readJson(operation.bodyBytesMax ?? BODY_BYTES_MAX);
  api.router[operation.method](path, async (request, response) => {
    const asked = await askedOf(api, name, operation, readBody, request, response);
    const answer = asked instanceof No ? asked : await handler(asked as unknown as Asked<N>);
    if (response.headersSent) return;
    if (answer instanceof No) answerNo(request, response, answer);
    else sendAnswer(response, operation, answer);
  });
}

async function askedOf(
  api: Api,
  name: string,
  operation: Operation,
  readBody: RequestHandler,
  request: Request,
  response: Response,
) {
  const signedIn = await admitted(api, name, operation, request);
  if (signedIn instanceof No) return signedIn;
  const condition = operation.conditional ? conditionOf(request) : {};
  if (condition instanceof No) return condition;
  const content = await contentOf(operation, readBody, request, response);
  if (content instanceof No) return content;
  return {
    ...content,
    ...condition,
    signedIn,
    reader: signedIn?.reader,
    language: languageOf(request),
    address: networkOf(request.ip ?? 'unknown'),
    request,
    response,
  };
}

async function admitted(
  api: Api,
  name: string,
  operation: Operation,
  request: Request,
): Promise<SignedIn | undefined | No> {
  if (operation.access === 'public') return undefined;
  const token = api.cookie.read(request.headers.cookie);
  const signedIn = token === null ? null : await findSession(api.server, token);
  if (signedIn === null) return no('session-missing');
  return mayCall(signedIn.reader, name) ? signedIn : no('forbidden');
}

const KEY = /^[A-Za-z0-9_-]{8,100}$/;

function conditionOf(request: Request): { revision: number; idempotencyKey: string } | No {
  const match = request.headers['if-match'];
  if (match === undefined) return no('revision-missing', { path: 'If-Match' });
  const revision = /^"(\d{1,9})"$/.exec(match)?.[1];
  if (revision === undefined) return no('revision-malformed', { path: 'If-Match' });
  const idempotencyKey = request.get('Idempotency-Key') ?? '';
  if (!KEY.test(idempotencyKey)) return no('key-missing', { path: 'Idempotency-Key' });
  return { revision: Number(revision), idempotencyKey };
}

async function contentOf(
  operation: Operation,
  readBody: RequestHandler,
  request: Request,
  response: Response,
) {
  if (operation.body) {
    if (!request.is('application/json')) return no('type-unsupported');
    await new Promise<void>((resolve, reject) => {
      readBody(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
    });
  }
  const content: Record<string, unknown> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = operation[part];
    if (!schema) continue;
    const parsed = schema.safeParse(request[part]);
    if (!parsed.success) {
      // An address whose id cannot exist is an address where nothing is.
      if (part === 'params') return no('not-found');
      return no('input-invalid', { faults: faultsOf(parsed.error.issues, request[part]) });
    }
    const faults = textFaults(parsed.data);
    if (faults.length > 0) return no('input-invalid', { faults });
    content[part] = parsed.data;
  }
  return content;
}

/** A revision in the answer is its ETag, ready for the next If-Match. */
function sendAnswer(response: Response, operation: Operation, answer: unknown): void {
  if (operation.answer === undefined) {
    response.status(204).end();
    return;
  }
  const revision = (answer as { revision?: unknown }).revision;
  if (typeof revision === 'number') response.set('ETag', `"${revision}"`);
  response.status(operation.status ?? 200).json(answer);
}
