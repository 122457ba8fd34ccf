import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REFUSAL_CODES } from '@percorso/engine';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { Server } from '../server.ts';
import { createApp } from './app.ts';
import { type No, no, PROBLEMS, type ProblemCode, problemOf } from './problems.ts';
import { noOf } from './refusals.ts';
import { addSomebody, useTestApi } from './testing.ts';

const api = useTestApi({}, '/nowhere');
const SIGN_IN = '/api/session';

async function json(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...init.headers };
  return fetch(api.origin + path, { method: 'POST', ...init, headers });
}

async function asCoordinator(path: string, method: string, headers: Record<string, string> = {}) {
  const { token } = await addSomebody(api.server, ['coordinator']);
  const cookie = { Cookie: `percorso=${token}` };
  return json(path, { method, body: '{"seats":3}', headers: { ...cookie, ...headers } });
}

async function addEdition(seats: number, taken: number): Promise<string> {
  const { pool } = api.server;
  const id = api.server.newId();
  await addSomebody(api.server, ['partner-operator'], 'cesvip');
  await pool.query(
    `insert into opportunity (id, kind, title, organisation_id)
     values ('saldatura', 'training', '{"it":"Corso","en":"Course"}', 'cesvip')
     on conflict do nothing`,
  );
  await pool.query(
    `insert into edition (id, opportunity_id, starts_on, ends_on, place, seats, taken, open,
       revision) values ($1, 'saldatura', '2026-12-01', '2026-12-20', 'Milano', $2, $3, true, 1)`,
    [id, seats, taken],
  );
  return id;
}

/** Asks an app over a server that is not as it should be. */
async function askBroken(server: Server, path: string): Promise<Response> {
  const http: HttpServer = createApp(server, '/nowhere').listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    const { port } = http.address() as AddressInfo;
    const headers = { Cookie: `percorso=${'a'.repeat(43)}`, Connection: 'close' };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    const text = await response.text();
    return new Response(text, { status: response.status, headers: response.headers });
  } finally {
    http.close();
  }
}

async function manySignIns(): Promise<Response> {
  const body = JSON.stringify({ email: 'molti@example.org', password: 'sbagliata' });
  for (let tries = 0; tries < 10; tries += 1) await json(SIGN_IN, { body });
  return json(SIGN_IN, { body });
}

const editionPath = '/api/editions/00000000-0000-4000-8000-000000000000';
const conditions = { 'If-Match': '"1"', 'Idempotency-Key': 'una-chiave' };
const person = (email: string) => ({
  name: 'Ada Prova',
  email,
  roles: ['monitor'],
  organisation: null,
  language: 'it',
});

const provocations: Partial<Record<ProblemCode, () => Promise<Response>>> = {
  'json-broken': () => json(SIGN_IN, { body: '{"email":' }),
  'input-invalid': () => json(SIGN_IN, { body: '{"email":3}' }),
  'key-missing': () => asCoordinator(editionPath, 'PATCH', { 'If-Match': '"1"' }),
  'revision-missing': () => asCoordinator(editionPath, 'PATCH'),
  'revision-malformed': () => asCoordinator(editionPath, 'PATCH', { 'If-Match': '1' }),
  'revision-stale': async () =>
    asCoordinator(`/api/editions/${await addEdition(5, 0)}`, 'PATCH', {
      ...conditions,
      'If-Match': '"7"',
    }),
  'seats-taken': async () =>
    asCoordinator(`/api/editions/${await addEdition(5, 4)}`, 'PATCH', conditions),
  'session-missing': () => json('/api/session', { method: 'GET' }),
  'sign-in-wrong': () => json(SIGN_IN, { body: '{"email":"x@example.org","password":"no"}' }),
  forbidden: () => forbiddenAccessLog(),
  'cross-site': () => json(SIGN_IN, { body: '{}', headers: { 'Sec-Fetch-Site': 'cross-site' } }),
  'not-found': () => asCoordinator(editionPath, 'PATCH', conditions),
  'address-unknown': () => json('/api/nulla', { method: 'GET' }),
  'method-unknown': () => json('/api/pathways', { body: '{}' }),
  'email-taken': async () => {
    const { email } = await addSomebody(api.server, ['monitor']);
    const { token } = await addSomebody(api.server, ['administrator']);
    return api.send('createPerson', { as: token, body: person(email.toUpperCase()) });
  },
  'last-administrator': async () => {
    await api.server.pool.query(
      `update person set active = false where 'administrator' = any(roles)`,
    );
    const { id, token } = await addSomebody(api.server, ['administrator']);
    return api.send('changePerson', { as: token, params: { id }, body: { active: false } });
  },
  'link-invalid': () =>
    api.send('resetPassword', { body: { token: 'x'.repeat(43), password: 'dodici-caratteri' } }),
  'body-too-large': () => json(SIGN_IN, { body: `"${'x'.repeat(65_536)}"` }),
  'type-unsupported': () =>
    json(SIGN_IN, { body: 'a=1', headers: { 'Content-Type': 'text/plain' } }),
  'too-many': manySignIns,
  bug: async () => {
    const query = () => Promise.reject(new Error('a bug'));
    return askBroken({ ...api.server, pool: { query } as never }, SIGN_IN);
  },
  'database-away': async () => {
    const pool = new pg.Pool({ host: '/nowhere' });
    return askBroken({ ...api.server, pool }, SIGN_IN);
  },
  'pages-missing': () => fetch(`${api.origin}/`),
};

async function forbiddenAccessLog(): Promise<Response> {
  const { token } = await addSomebody(api.server, ['coordinator']);
  return api.send('listAccessLog', { as: token });
}

/** Provoked by the tests of the cases (`case/`), through the same registry. */
const byCases: readonly ProblemCode[] = [
  ...REFUSAL_CODES,
  'edition-unknown',
  'edition-closed',
  'edition-full',
  'idempotency-key-reused',
  'not-our-age',
  'pathway-closed',
];

/** Provoked by the tests of drafts and versions (`drafts/`). */
const byDrafts: readonly ProblemCode[] = [
  'document-invalid',
  'draft-closed',
  'pathway-id-taken',
  'comments-full',
  'persona-name-taken',
  'persona-forgotten',
  'personas-full',
  'version-not-current',
  'version-unchanged',
  'draft-has-errors',
  'check-undecided',
  'personas-astray',
  'personas-changed',
  'check-unfinished',
  'approval-missing',
  'approval-own',
];

/** Provoked by the tests of migrations (`migration/`). */
const byMigrations: readonly ProblemCode[] = [
  'migration-not-now',
  'migration-preview-only',
  'migration-outdated',
  'migration-elsewhere',
  'migration-undecided',
  'migration-choice-unknown',
  'migration-case-not-now',
  'moved-since',
];

/** Provoked by the tests of deviations (`case/deviations/`). */
const byDeviations: readonly ProblemCode[] = [
  'step-unknown',
  'step-not-present',
  'no-way-there',
  'never-been-there',
  'would-end',
  'task-invalid',
  'nothing-to-undo',
  'undo-timer',
  'undo-partner',
  'undo-elsewhere',
  'undo-youth',
  'undo-role',
  'organisation-unknown',
  'undo-sub-case',
  'undo-seat',
  'undo-outdated',
  'trace-erased',
  'trace-broken',
  'already-there',
  'no-place-to-stay',
  'no-outcome',
  'undo-migration',
];

/** A reason is asked for by the contract, and numbers of tasks are never said by a request. */
const neverOverHttp: readonly ProblemCode[] = ['reason-missing', 'task-known'];

describe('every problem of the registry', () => {
  it('is provoked by a test', () => {
    const provoked = [
      ...Object.keys(provocations),
      ...byCases,
      ...byDrafts,
      ...byMigrations,
      ...byDeviations,
      ...neverOverHttp,
    ].sort();
    expect(provoked).toEqual(Object.keys(PROBLEMS).sort());
  });

  it.each(Object.entries(provocations))('%s', async (code, provoke) => {
    const response = await provoke();
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ code, status: response.status });
    expect(response.status).toBe(PROBLEMS[code as ProblemCode].status);
    expect(problem.type).toBe(`urn:percorso:problem:${code}`);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    expect(response.headers.get('Content-Language')).toBe('it');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(JSON.stringify(problem)).not.toMatch(/\.ts|node_modules| at /);
  });

  it.each(REFUSAL_CODES)('%s is an answer that keeps the engine’s own words', (code) => {
    const reason = { it: 'perché no', en: 'because' };
    const answer: No = noOf({ code, reason, unlock: [{ words: reason, fact: 'case.x' }] });
    expect(problemOf(answer, 'en')).toMatchObject({
      code,
      detail: 'because',
      unlock: [{ fact: 'case.x' }],
    });
  });
});

describe('a problem', () => {
  it('speaks English to who prefers it, and Italian otherwise', async () => {
    const title = async (language: string) => {
      const headers = { 'Accept-Language': language };
      const response = await json('/api/session', { method: 'GET', headers });
      return ((await response.json()) as { title: string }).title;
    };
    expect(await title('en-GB,en;q=0.9')).toBe('You need to sign in');
    expect(await title('it-IT,en;q=0.5')).toBe('Devi accedere');
    expect(await title('de')).toBe('Devi accedere');
  });

  it('names each wrong field, and says what would be right', async () => {
    const response = await json(SIGN_IN, { body: '{"email":"x","role":"admin"}' });
    const { faults } = (await response.json()) as { faults: { path: string }[] };
    expect(faults.map((fault) => fault.path).sort()).toEqual(['email', 'password', 'role']);
  });

  it('of a wrong method lists those that are right', async () => {
    const response = await json('/api/session', { method: 'PATCH', body: '{}' });
    expect(response.headers.get('Allow')).toBe('POST, GET, HEAD, DELETE');
  });

  it('of a stale revision says the present one, that of a bug its id', async () => {
    const id = await addEdition(5, 0);
    const headers = { ...conditions, 'If-Match': '"7"' };
    const stale = await asCoordinator(`/api/editions/${id}`, 'PATCH', headers);
    expect(await stale.json()).toMatchObject({ revision: 1 });
    const bug = await provocations.bug!();
    expect(((await bug.json()) as { id: string }).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('leaves out what is only a header', () => {
    const problem = problemOf(no('too-many', { retryAfterSeconds: 3, allow: ['GET'] }), 'it');
    expect(Object.keys(problem).sort()).toEqual(['code', 'detail', 'status', 'title', 'type']);
  });
});
