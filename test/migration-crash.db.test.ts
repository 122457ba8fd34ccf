import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession, type Server } from '@percorso/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
const dataDirectory = () => join(directory, 'data');

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'percorso-migration-crash-'));
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
  {
    using _people = await peopleAt(running);
    await ask(running, token, `/migrations/${plan.id}/start`, { revision: plan.revision });
    await until(running, token, plan.id, ({ cases }) => (cases.moved ?? 0) > 0);
    await running.end('SIGKILL');
  }
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
}, 180_000);
