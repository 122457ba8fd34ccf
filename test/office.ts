/** The real server on a fresh database, with the programme's people and offers but no youth. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createApp,
  createLog,
  loadOffice,
  openServer,
  parseSettings,
  type Server,
  startWorker,
} from '@percorso/server';
import type { CaseList, CaseView, Receipt, Registration } from '@percorso/server/contract';
import { afterAll, beforeAll } from 'vitest';
import { register } from '../server/src/case/registration.ts';
import { createTestDatabase } from '../server/src/database/testing.ts';
import { No } from '../server/src/http/problems.ts';

/** Of everybody in the demonstration. */
export const PASSWORD = 'percorso-di-prova';
export const MARTA = 'marta.colombo@migwork.example';
const DAY_MS = 86_400_000;

export interface Office {
  readonly server: Server;
  readonly origin: string;
}

/** Opens the office for the test file that calls this; it is filled in before the first test. */
export function useOffice(): Office {
  const office = {} as { server: Server; origin: string };
  const closings: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const database = await createTestDatabase();
    closings.unshift(database.drop);
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    // What goes wrong in the server is told beside the test that it fails.
    const log = createLog(
      (line) => process.stderr.write(line),
      () => new Date(),
    );
    const settings = parseSettings({ PORT: String(port) });
    const server = await openServer({ database: database.access, settings, log });
    closings.unshift(server.close);
    await loadOffice(server, server.clock());
    http.on('request', createApp(server));
    const worker = await startWorker(server);
    closings.unshift(() => worker.stop());
    closings.unshift(() => {
      http.closeAllConnections();
      return new Promise((resolve) => http.close(resolve));
    });
    Object.assign(office, { server, origin: settings.publicUrl });
  });
  afterAll(async () => {
    for (const close of closings) await close();
  });
  return office;
}

let youthCount = 0;

/** An invented youth like nobody before: no two tests share a name, a birthday or a phone. */
export function newYouth(age: number): Omit<Registration, 'language' | 'privacyNoticeRead'> {
  youthCount += 1;
  const letters = [...String(youthCount)].map((digit) => 'bcdfglmnrs'[Number(digit)]).join('e');
  const born = new Date(Date.now() - (age * 365.25 + 20 + youthCount * 5) * DAY_MS);
  return {
    firstName: `Zo${letters}a`,
    lastName: `Ve${letters.repeat(3)}i`,
    birthDate: born.toISOString().slice(0, 10),
    phone: `333 000 ${String(1000 + youthCount)}`,
    situation: 'student',
  };
}

interface Sending {
  readonly as?: string;
  readonly revision?: number;
}

/** What tests do before they begin, as the pages would: all but registering through the API. */
export function useApi(office: Office) {
  const cookies = new Map<string, string>();

  async function send(method: string, path: string, body: unknown, { as, revision }: Sending) {
    const response = await fetch(office.origin + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        ...(as && { Cookie: await cookieOf(as) }),
        ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  }

  const ask = async <T>(method: string, path: string, body?: unknown, how: Sending = {}) =>
    (await (await send(method, path, body, how)).json()) as T;

  async function cookieOf(email: string): Promise<string> {
    const known = cookies.get(email);
    if (known) return known;
    const answer = await send('POST', '/api/session', { email, password: PASSWORD }, {});
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    cookies.set(email, cookie);
    return cookie;
  }

  /** By the form's own function: its address lets only some through from one place. */
  const registered = async (youth: ReturnType<typeof newYouth>): Promise<Receipt> => {
    const body: Registration = { language: 'it', privacyNoticeRead: true, ...youth };
    const receipt = await register(office.server, body);
    if (receipt instanceof No) throw new Error(`${youth.firstName}: ${receipt.code}`);
    return receipt;
  };

  const coordinator = 'paola.bassi@migwork.example';
  const read = (id: string) =>
    ask<CaseView>('GET', `/api/cases/${id}`, undefined, { as: coordinator });

  /** A case of Marta's, of a youth who has just been registered. */
  async function opened(youth = newYouth(18)): Promise<OpenedCase> {
    const { code, link } = await registered(youth);
    const found = await ask<CaseList>(
      'POST',
      '/api/cases/search',
      { text: code },
      {
        as: coordinator,
      },
    );
    const { id } = found.cases[0]!;
    const { id: marta } = await personOf(MARTA);
    await ask(
      'PUT',
      `/api/cases/${id}/case-manager`,
      { caseManager: marta },
      {
        as: coordinator,
        revision: (await read(id)).revision,
      },
    );
    const { firstName, lastName } = youth;
    return { id, link, name: `${firstName} ${lastName}`, listed: `${lastName} ${firstName}` };
  }

  const personOf = (email: string) =>
    cookieOf(email)
      .then(() => ask<{ person: { id: string } }>('GET', '/api/session', undefined, { as: email }))
      .then(({ person }) => person);

  async function act(id: string, action: string, answer: object = {}): Promise<void> {
    const { revision } = await read(id);
    const body = { action, answer };
    await ask('POST', `/api/cases/${id}/actions`, body, { as: MARTA, revision });
  }

  /** Marta convenes, meets and takes in charge. */
  async function takenInCharge(youth?: ReturnType<typeof newYouth>): Promise<OpenedCase> {
    const one = await opened(youth);
    await act(one.id, 'CONVENE', { at: inDays(7).toISOString(), place: 'informagiovani' });
    await act(one.id, 'CONFIRM');
    const interview = (await read(one.id)).activities.find(({ status }) => status === 'open')!;
    const body = { answer: { attended: true } };
    await ask('POST', `/api/tasks/${interview.id}/completion`, body, { as: MARTA });
    await act(one.id, 'TAKE_IN_CHARGE');
    return one;
  }

  /** They agree on the strategy too. */
  async function withStrategy(youth?: ReturnType<typeof newYouth>): Promise<OpenedCase> {
    const one = await takenInCharge(youth);
    await act(one.id, 'AGREE_STRATEGY', {
      goal: 'job',
      experience: 'some',
      opportunities: ['soft-skills'],
    });
    return one;
  }

  /** Marta's youth has a seat in the next course in soft skills of this organisation. */
  async function enrolled(organisation: string): Promise<OpenedCase> {
    const one = await withStrategy();
    const edition = await office.server.pool.query<{ id: string }>(
      `SELECT e.id FROM edition e JOIN opportunity o ON o.id = e.opportunity_id
       WHERE o.kind = 'soft-skills' AND o.organisation_id = $1 AND e.ends_on > now()
       ORDER BY e.starts_on DESC LIMIT 1`,
      [organisation],
    );
    await act(one.id, 'ENROL_SOFT_SKILLS', { edition: edition.rows[0]!.id });
    return one;
  }

  return { ask, registered, opened, takenInCharge, withStrategy, enrolled, act, read };
}

export interface OpenedCase {
  readonly id: string;
  readonly link: string;
  readonly name: string;
  /** The name as lists have it. */
  readonly listed: string;
}

export const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
