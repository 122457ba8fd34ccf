import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession, type Server } from '@percorso/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCase, addEdition, addPerson, COURSE, publish } from '../server/src/case/testing.ts';
import { WORKSHOP } from '../server/src/case/testing-documents.ts';
import { type Attempt, actUntilItBreaks, attempt, type Choice, randomFrom } from './load.ts';
import { findOrphans } from './orphans.ts';
import {
  besideServer,
  isRunning,
  killLeftOvers,
  type RunningServer,
  startOn,
} from './running-server.ts';

const ROUNDS = Number(process.env.PERCORSO_CRASH_ROUNDS ?? 3);
const SEED = Number(process.env.PERCORSO_CRASH_SEED ?? Date.now() % 1_000_000);
const CLIENTS = 16;
const TIMEOUT_MS = 600_000 + ROUNDS * 120_000;

let directory = '';
const dataDirectory = () => join(directory, 'data');

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'percorso-crash-'));
});

afterAll(async () => {
  killLeftOvers();
  await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const beside = <T>(use: (server: Server) => Promise<T>) => besideServer(dataDirectory(), use);

interface World {
  readonly token: string;
  readonly courses: readonly string[];
  readonly workshops: readonly string[];
  readonly editions: readonly string[];
}

/** Few seats for many cases, so that some wait and are offered the seats of others. */
async function seed(server: Server): Promise<World> {
  const manager = await addPerson(server, ['case-manager', 'coordinator']);
  const many = async (pathway: string) => {
    const ids: string[] = [];
    for (let i = 0; i < CLIENTS; i += 1) ids.push(await addCase(server, pathway, manager));
    return ids;
  };
  return {
    token: await openSession(server, manager),
    courses: await many('course'),
    workshops: await many('workshop'),
    editions: [await addEdition(server, 'training', 2), await addEdition(server, 'training', 3)],
  };
}

/** What a client does next, mostly on its own cases; some of it is refused, as in life. */
function chooser(world: World, client: number, random: () => number): () => Choice {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const own = (of: readonly string[]) => (random() < 0.8 ? of[client]! : pick(of));
  return () => {
    if (random() < 0.3) {
      const body = { action: pick(['SEND', 'RECALL']), answer: {} };
      return { caseId: own(world.workshops), body };
    }
    const action = pick(['TURN', 'TURN', 'TURN', 'ENROL', 'ENROL', 'LEAVE']);
    const answer = action === 'ENROL' ? { edition: pick(world.editions), acceptWaiting: true } : {};
    return { caseId: own(world.courses), body: { action, answer } };
  };
}

/** Clients act until the process is killed, some time after so many acknowledged actions. */
async function killInMidLoad(
  running: RunningServer,
  world: World,
  round: number,
  random: () => number,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const killAfter = 40 + Math.floor(random() * 160);
  const pauseMs = Math.floor(random() * 15);
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  const note = (done: Attempt) => {
    attempts.push(done);
    if (done.answer?.status === 200) acknowledged += 1;
    if (acknowledged >= killAfter) killed ??= sleep(pauseMs).then(() => running.end('SIGKILL'));
  };
  const place = { origin: running.origin, token: world.token };
  await Promise.all(
    Array.from({ length: CLIENTS }, (_, client) =>
      actUntilItBreaks(
        place,
        `round${round}-client${client}`,
        chooser(world, client, random),
        note,
      ),
    ),
  );
  await killed;
  return attempts;
}

interface Entry {
  readonly case_id: string;
  readonly revision: number;
  readonly idempotency_key: string;
}

async function readEntries(server: Server): Promise<Map<string, Entry>> {
  const { rows } = await server.pool.query<Entry>(
    'SELECT case_id, revision, idempotency_key FROM trace_entry WHERE idempotency_key IS NOT NULL',
  );
  const byKey = new Map(rows.map((row) => [`${row.case_id} ${row.idempotency_key}`, row]));
  expect(byKey.size, 'no key is in the trace twice').toBe(rows.length);
  return byKey;
}

const keyOf = ({ caseId, key }: Attempt) => `${caseId} ${key}`;

/** What was acknowledged is there as it was told, and what was refused is not. */
function expectToldIsTrue(attempts: readonly Attempt[], entries: Map<string, Entry>): void {
  for (const each of attempts) {
    const entry = entries.get(keyOf(each));
    if (!each.answer) continue;
    const told = each.answer.status === 200 ? each.answer.body.revision : undefined;
    expect(entry?.revision, keyOf(each)).toBe(told);
  }
}

/** The same request with the same key: the same answer, and no second entry. */
async function expectRepeatable(
  running: RunningServer,
  world: World,
  attempts: readonly Attempt[],
  entries: Map<string, Entry>,
): Promise<void> {
  const place = { origin: running.origin, token: world.token };
  for (const { answer, ...asked } of attempts) {
    if (answer && answer.status !== 200) continue;
    const before = entries.get(keyOf(asked));
    const repeated = (await attempt(place, asked)).answer!;
    if (answer) expect(repeated, keyOf(asked)).toEqual(answer);
    else if (before) expect(repeated.body.revision, keyOf(asked)).toBe(before.revision);
    else expect([200, 409, 412, 422], JSON.stringify(repeated)).toContain(repeated.status);
  }
  const after = await beside(readEntries);
  for (const [key, { revision }] of entries) expect(after.get(key)?.revision).toBe(revision);
}

/** Every case replays to its snapshot, and nothing hangs in the air. */
async function expectWhole(running: RunningServer, world: World): Promise<void> {
  await beside(async (server) => {
    expect(await findOrphans(server.pool)).toEqual([]);
    const { rows } = await server.pool.query<{ id: string }>('SELECT id FROM "case"');
    for (const { id } of rows) {
      const headers = { Cookie: `percorso=${world.token}` };
      const response = await fetch(`${running.origin}/api/cases/${id}/replay`, { headers });
      expect(await response.json()).toMatchObject({ matches: true, chainValid: true });
    }
  });
}

test(
  `kill -9 in mid-load loses nothing that was acknowledged (PERCORSO_CRASH_SEED=${SEED})`,
  async () => {
    const random = randomFrom(SEED);
    let running = await startOn(dataDirectory());
    await beside(async (server) => {
      await publish(server, COURSE);
      await publish(server, WORKSHOP);
    });
    for (let round = 1; round <= ROUNDS; round += 1) {
      const world = await beside(seed);
      const attempts = await killInMidLoad(running, world, round, random);
      const killedPid = running.postgresPid;
      running = await startOn(dataDirectory());
      expect(await isRunning(killedPid), 'no PostgreSQL is left behind').toBe(false);
      const entries = await beside(readEntries);
      expectToldIsTrue(attempts, entries);
      await expectWhole(running, world);
      await expectRepeatable(running, world, attempts, entries);
      await expectWhole(running, world);
    }
    await running.end('SIGTERM');
    expect(await isRunning(running.postgresPid)).toBe(false);
  },
  TIMEOUT_MS,
);
