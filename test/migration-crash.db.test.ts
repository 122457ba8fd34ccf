import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession, type Server } from '@percorso/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addCase, addPerson, COURSE, publish } from '../server/src/case/testing.ts';
import { redraw } from '../server/src/migration/testing.ts';
import { findOrphans } from './orphans.ts';
import { besideServer, killLeftOvers, type RunningServer, startOn } from './running-server.ts';

const CASE_COUNT = 360;
const AT_ONCE = 12;
const POLL_MS = 20;
/** Requests at once that are people at work, and some more. */
const AT_WORK_COUNT = 5;

let directory = '';
/** Each test has a server of its own. */
let tests = 0;
const dataDirectory = () => join(directory, `data-${tests}`);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'percorso-migration-crash-'));
});

beforeEach(() => {
  tests += 1;
});

afterAll(async () => {
  killLeftOvers();
  await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const beside = <T>(use: (server: Server) => Promise<T>) => besideServer(dataDirectory(), use);

/** Many cases on the first version of the course, and a second version; a coordinator's session. */
async function seed(server: Server): Promise<string> {
  await publish(server, COURSE);
  const person = await addPerson(server, ['coordinator', 'case-manager']);
  for (let count = 0; count < CASE_COUNT; count += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => addCase(server, 'course', person)));
  }
  const next = structuredClone(COURSE);
  redraw(next);
  await server.pool.query(
    `insert into pathway_version (pathway_id, version, document, content_hash, published_at, note)
     values ('course', 2, $1, 'test', now(), '')`,
    [JSON.stringify(next)],
  );
  await server.pool.query("update pathway set current_version = 2 where id = 'course'");
  return openSession(server, person);
}

interface View {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
  readonly cases: Readonly<Record<string, number>>;
}

async function ask(
  { origin }: RunningServer,
  token: string,
  path: string,
  post?: { readonly body?: object; readonly revision?: number },
): Promise<View> {
  const response = await fetch(`${origin}/api${path}`, {
    method: post ? 'POST' : 'GET',
    headers: {
      Cookie: `percorso=${token}`,
      ...(post?.body && { 'Content-Type': 'application/json' }),
      ...(post?.revision && { 'If-Match': `"${post.revision}"`, 'Idempotency-Key': 'chiave-uno' }),
    },
    ...(post?.body && { body: JSON.stringify(post.body) }),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return (await response.json()) as View;
}

async function until(
  running: RunningServer,
  token: string,
  id: string,
  isSo: (view: View) => boolean,
): Promise<View> {
  for (;;) {
    const view = await ask(running, token, `/migrations/${id}`);
    if (isSo(view)) return view;
    await sleep(POLL_MS);
  }
}

/** People who ask for something all the time: beside them the batches are small, and rest. */
async function peopleAt({ origin }: RunningServer): Promise<Disposable> {
  const look = () =>
    fetch(`${origin}/api/session`).then(
      (response) => response.body?.cancel(),
      () => {},
    );
  for (let count = 0; count < AT_WORK_COUNT; count += 1) await look();
  const asking = setInterval(() => void look(), 100);
  return { [Symbol.dispose]: () => clearInterval(asking) };
}

/** While somebody holds the case that comes last, no plan can be through. */
async function beforeTheLast(use: () => Promise<void>): Promise<void> {
  await beside(async ({ pool }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('select from "case" order by id desc limit 1 for update');
      await use();
    } finally {
      client.release(true);
    }
  });
}

interface Moved {
  readonly entries: number;
  readonly cases: number;
  readonly later: number;
}

const MOVED = `
select count(*)::int as entries, count(distinct case_id)::int as cases,
  count(*) filter (where at > $1)::int as later
from trace_entry where kind = 'migrate'`;

test('a migration that kill -9 cut short goes on, and moves every case once', async () => {
  let running = await startOn(dataDirectory());
  const token = await beside(seed);
  const begun = await ask(running, token, '/pathways/course/migrations', { body: { version: 2 } });
  const plan = await until(running, token, begun.id, ({ status }) => status === 'planned');
  await beforeTheLast(async () => {
    using _people = await peopleAt(running);
    await ask(running, token, `/migrations/${plan.id}/start`, { revision: plan.revision });
    await until(running, token, plan.id, ({ cases }) => (cases.moved ?? 0) > 0);
    await running.end('SIGKILL');
  });
  const killedAt = new Date();
  running = await startOn(dataDirectory());
  const done = await until(running, token, plan.id, ({ status }) => status === 'done');
  expect(done.cases).toEqual({ moved: CASE_COUNT });
  await beside(async (server) => {
    const [moved] = (await server.pool.query<Moved>(MOVED, [killedAt])).rows;
    expect(moved).toMatchObject({ entries: CASE_COUNT, cases: CASE_COUNT });
    expect(moved!.later, 'it was cut short, indeed').toBeGreaterThan(0);
    expect(await findOrphans(server.pool)).toEqual([]);
  });
  await running.end('SIGTERM');
});

/** Every case replays to its snapshot, and nothing hangs in the air. */
async function expectWhole({ origin }: RunningServer, token: string): Promise<void> {
  const ids = await beside(async ({ pool }) => {
    expect(await findOrphans(pool)).toEqual([]);
    return (await pool.query<{ id: string }>('select id from "case"')).rows.map(({ id }) => id);
  });
  for (const id of ids) {
    const headers = { Cookie: `percorso=${token}` };
    const response = await fetch(`${origin}/api/cases/${id}/replay`, { headers });
    expect(await response.json()).toMatchObject({ matches: true, chainValid: true });
  }
}

const SNAPSHOTS = 'select id, version, snapshot, steps, status from "case" order by id';
const snapshots = () => beside(async ({ pool }) => (await pool.query(SNAPSHOTS)).rows);

test('a taking back that kill -9 cut short goes on, and puts every case back as it was', async () => {
  let running = await startOn(dataDirectory());
  const token = await beside(seed);
  const before = await snapshots();
  const begun = await ask(running, token, '/pathways/course/migrations', { body: { version: 2 } });
  const plan = await until(running, token, begun.id, ({ status }) => status === 'planned');
  await ask(running, token, `/migrations/${plan.id}/start`, { revision: plan.revision });
  await until(running, token, plan.id, ({ status }) => status === 'done');
  await beforeTheLast(async () => {
    using _people = await peopleAt(running);
    const headers = { Cookie: `percorso=${token}` };
    const back = `${running.origin}/api/migrations/${plan.id}/take-back`;
    expect((await fetch(back, { method: 'POST', headers })).status).toBe(204);
    await until(running, token, plan.id, ({ cases }) => (cases['taken-back'] ?? 0) > 0);
    await running.end('SIGKILL');
  });
  const killedAt = new Date();
  running = await startOn(dataDirectory());
  const done = await until(running, token, plan.id, ({ status }) => status === 'taken-back');
  expect(done.cases).toEqual({ 'taken-back': CASE_COUNT });
  expect(await snapshots()).toEqual(before);
  const later = await beside(({ pool }) =>
    pool.query(`select from trace_entry where kind = 'take-back' and at > $1`, [killedAt]),
  );
  expect(later.rows.length, 'it was cut short, indeed').toBeGreaterThan(0);
  await expectWhole(running, token);
  await running.end('SIGTERM');
});

interface Change {
  readonly path: string;
  readonly key: string;
  readonly revision: number;
  readonly body: object;
}

/** Undefined: the server broke before it answered. */
async function change(
  { origin }: RunningServer,
  token: string,
  { path, key, revision, body }: Change,
) {
  const headers = {
    Cookie: `percorso=${token}`,
    'Content-Type': 'application/json',
    'If-Match': `"${revision}"`,
    'Idempotency-Key': key,
  };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  try {
    const response = await fetch(`${origin}/api${path}`, init);
    return { status: response.status, body: (await response.json()) as { revision?: number } };
  } catch {
    return undefined;
  }
}

const deviationOf = (id: string, round: number): Change => ({
  path: `/cases/${id}/deviations`,
  key: `deviazione-${round}`,
  revision: round,
  body: {
    deviation: { type: 'add-task', label: 'Telefonare', assignee: { role: 'case-manager' } },
    reason: 'Deciso insieme, a voce.',
  },
});

test('deviations that kill -9 cut short are there where they were told, and once', async () => {
  let running = await startOn(dataDirectory());
  const token = await beside(seed);
  const ids = (await snapshots()).slice(0, AT_ONCE).map(({ id }) => id as string);
  const told = new Map<Change, { revision?: number } | undefined>();
  let killed: Promise<void> | undefined;
  await Promise.all(
    ids.map(async (id) => {
      for (let round = 1; round <= 25; round += 1) {
        const asked = deviationOf(id, round);
        const answer = await change(running, token, asked);
        expect([undefined, 200]).toContain(answer?.status);
        told.set(asked, answer?.body);
        if (told.size > AT_ONCE * 5) killed ??= running.end('SIGKILL');
        if (!answer) return;
      }
    }),
  );
  await killed;
  expect([...told.values()], 'it was cut short, indeed').toContain(undefined);
  running = await startOn(dataDirectory());
  await expectWhole(running, token);
  for (const [asked, answer] of told) {
    const again = (await change(running, token, asked))!;
    expect(again.status).toBe(200);
    if (answer) expect(again.body).toEqual(answer);
  }
  const { rows } = await beside(({ pool }) =>
    pool.query(`select count(*)::int as tasks from activity where activity like 'ad-hoc/%'`),
  );
  expect(rows).toEqual([{ tasks: told.size }]);
  await expectWhole(running, token);
  await running.end('SIGTERM');
});

test('a publishing that kill -9 cut short is made by asking again, once', async () => {
  let running = await startOn(dataDirectory());
  const token = await beside(seed);
  for (const pauseMs of [60, 400]) {
    const body = { from: 'version', pathway: 'course' };
    const draft = (await ask(running, token, '/drafts', { body })) as View & {
      readonly document: { title: { it: string } };
      readonly baseVersion: number;
    };
    draft.document.title.it = `Corso ${pauseMs}`;
    const save = JSON.stringify({ document: JSON.stringify(draft.document) });
    const saved = await fetch(`${running.origin}/api/drafts/${draft.id}/document`, {
      method: 'PUT',
      headers: {
        Cookie: `percorso=${token}`,
        'Content-Type': 'application/json',
        'If-Match': '"1"',
        'Idempotency-Key': `salva-${draft.id}`,
      },
      body: save,
    });
    expect(saved.status, await saved.clone().text()).toBe(200);
    const asked = {
      ...{ path: `/drafts/${draft.id}/publication`, key: `pubblica-${draft.id}`, revision: 2 },
      body: { note: 'Un titolo nuovo' },
    };
    const publishing = change(running, token, asked);
    await sleep(pauseMs);
    await running.end('SIGKILL');
    const told = await publishing;
    running = await startOn(dataDirectory());
    const again = (await change(running, token, asked))!;
    expect(again).toMatchObject({ status: 200, body: { version: draft.baseVersion + 1 } });
    if (told) expect(again).toEqual(told);
  }
  const { rows } = await beside(({ pool }) =>
    pool.query(`select array_agg(version order by version) as all from pathway_version
       where pathway_id = 'course'`),
  );
  expect(rows).toEqual([{ all: [1, 2, 3, 4] }]);
  await expectWhole(running, token);
  await running.end('SIGTERM');
});
