/** What the tests of the API have in common: an app over real HTTP, people, and a strict client. */
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import { hashPassword } from '../access/passwords.ts';
import { openSession } from '../access/sessions.ts';
import type { Operation } from '../contract/operation.ts';
import { type OperationName, operations } from '../contract/operations.ts';
import { Problem } from '../contract/problem.ts';
import type { Role } from '../contract/words.ts';
import { type TestServer, useTestServer } from '../database/testing.ts';
import type { ServerParts } from '../server.ts';
import { createApp } from './app.ts';
import type { ProblemCode } from './problems.ts';

export interface Asking {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  /** A session's token; without it nobody is signed in. */
  readonly as?: string | undefined;
  readonly revision?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestApi {
  readonly server: TestServer;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Asks for an operation and returns the answer, checked against the contract. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every operation
  readonly ask: (name: OperationName, asking?: Asking) => Promise<any>;
  /** Asks and expects this "no"; returns the problem, checked against the contract. */
  readonly askInVain: (name: OperationName, code: ProblemCode, asking?: Asking) => Promise<Problem>;
  readonly send: (name: OperationName, asking?: Asking) => Promise<Response>;
}

/** Serves the API on a free port for the test file that calls this. */
export function useTestApi(
  parts: Partial<Omit<ServerParts, 'database' | 'clock'>> = {},
  pagesDirectory?: string,
): TestApi {
  const server = useTestServer(parts);
  let http: HttpServer;
  beforeAll(async () => {
    http = createApp(server, pagesDirectory).listen(0, '127.0.0.1');
    await once(http, 'listening');
    api.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
  });
  const send = (name: OperationName, asking: Asking = {}) => sendTo(api.origin, name, asking);
  const api: TestApi = {
    server,
    origin: '',
    send,
    ask: async (name, asking) => answerOf(name, await send(name, asking)),
    askInVain: async (name, code, asking) => problemOf(code, await send(name, asking)),
  };
  return api;
}

function sendTo(origin: string, name: OperationName, asking: Asking): Promise<Response> {
  const operation: Operation = operations[name];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, key) => String(asking.params?.[key]));
  const query = asking.query
    ? `?${new URLSearchParams(Object.entries(asking.query).map(([k, v]) => [k, String(v)]))}`
    : '';
  return fetch(origin + path + query, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(asking.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(asking.as === undefined ? {} : { Cookie: `percorso=${asking.as}` }),
      ...(asking.revision === undefined ? {} : { 'If-Match': `"${asking.revision}"` }),
      ...(asking.key === undefined ? {} : { 'Idempotency-Key': asking.key }),
      ...asking.headers,
    },
    ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
  });
}

async function answerOf(name: OperationName, response: Response): Promise<unknown> {
  const operation: Operation = operations[name];
  const text = await response.text();
  const expected = operation.answer ? (operation.status ?? 200) : 204;
  expect(response.status, `${name}: ${text}`).toBe(expected);
  return operation.answer?.parse(JSON.parse(text));
}

async function problemOf(code: ProblemCode, response: Response): Promise<Problem> {
  const text = await response.text();
  expect(response.headers.get('Content-Type'), text).toContain('application/problem+json');
  const problem = Problem.parse(JSON.parse(text));
  expect(problem.code, text).toBe(code);
  expect(problem.status).toBe(response.status);
  return problem;
}

export const PASSWORD = 'una-password-lunga';

/** Adds an organisation of the kind of its name, unless it is there. */
export async function addOrganisation(
  server: TestServer,
  id: string,
  kind: 'municipality' | 'partner' | 'supplier' = 'partner',
): Promise<void> {
  await server.pool.query(
    `insert into organisation (id, name, kind, delivers, position)
     values ($1, $1, $2, '{"it":"corsi","en":"courses"}', 1) on conflict do nothing`,
    [id, kind],
  );
}

export interface Somebody {
  readonly id: string;
  readonly email: string;
  /** The token of a session of theirs. */
  readonly token: string;
}

/** Adds a person with these roles and signs them in. */
export async function addSomebody(
  server: TestServer,
  roles: readonly Role[],
  organisation: string | null = null,
): Promise<Somebody> {
  if (organisation !== null) await addOrganisation(server, organisation);
  const id = server.newId();
  const email = `${id}@example.org`;
  await server.pool.query(
    `insert into person (id, name, email, password_hash, organisation_id, language, active,
       demonstration, roles, created_at)
     values ($1, $2, $3, $4, $5, 'it', true, false, $6, $7)`,
    [
      id,
      `Persona ${id.slice(-4)}`,
      email,
      await hashPassword(PASSWORD),
      organisation,
      roles,
      server.clock(),
    ],
  );
  return { id, email, token: await openSession(server, id) };
}
