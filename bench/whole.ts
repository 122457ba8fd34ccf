/**
 * The whole as people run it: a first start with the demonstration, second starts, and on a
 * second start its memory after many actions, its pages, and its search.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from '@percorso/server';
import { joinDatabase, openServer, openSession, parseSettings, silentLog } from '@percorso/server';
import { Clients } from './clients.ts';
import { ACTION, startCases } from './http-cases.ts';
import { benchPages } from './pages.ts';
import { bounded, median, type Row } from './row.ts';
import { type Running, startServer } from './running.ts';
import { benchSearch } from './search.ts';

const SECOND_STARTS = 3;
const START_LIMIT_SECONDS = 4;
const ACTION_COUNT = 10_000;
const CLIENT_COUNT = 32;
const ROUND_MS = 1000;
const RESIDENT_LIMIT_MB = 250;

export async function benchWhole(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'percorso-bench-'));
  try {
    const first = await startServer(directory);
    const firstMb = first.residentMb();
    await first.stop();
    return [
      {
        name: 'start: the first, which loads the demonstration',
        value: first.startSeconds,
        unit: 's',
        besides: `leaves ${Math.round(firstMb)} MB resident`,
        ratio: null,
        goal: null,
        met: null,
      },
      await secondStarts(directory),
      ...(await onSecondStart(directory)),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function secondStarts(directory: string): Promise<Row> {
  const seconds: number[] = [];
  for (let start = 0; start < SECOND_STARTS; start += 1) {
    const running = await startServer(directory);
    seconds.push(running.startSeconds);
    await running.stop();
  }
  const figure = {
    name: 'start: the second',
    value: median(seconds),
    unit: 's',
    besides: `from the command of npm start to /readyz; the slowest ${Math.max(...seconds).toFixed(2)} s`,
  };
  return bounded(figure, START_LIMIT_SECONDS);
}

async function onSecondStart(dataDirectory: string): Promise<Row[]> {
  const running = await startServer(dataDirectory);
  const settings = { ...parseSettings({}), dataDirectory, databaseUrl: null };
  const { access } = await joinDatabase(settings);
  const server = await openServer({ database: access, settings, log: silentLog });
  try {
    const memory = await residentAfterActions(server, running);
    const { token, caseId } = await coordinator(server);
    const pages = await benchPages(running.origin, token, caseId);
    return [memory, ...pages, ...(await benchSearch(server, running.origin, token))];
  } finally {
    await server.close();
    await running.stop();
  }
}

async function residentAfterActions(server: Server, running: Running): Promise<Row> {
  const beforeMb = running.residentMb();
  const { personId, caseIds } = await startCases(server, CLIENT_COUNT);
  const token = await openSession(server, personId);
  const { origin } = running;
  const clients = new Clients({ origin, token, caseIds, action: ACTION, roundMs: ROUND_MS });
  let count = 0;
  while (count < ACTION_COUNT) count += (await clients.act()).count;
  await clients.stop();
  const figure = {
    name: `server: resident memory of Node after ${ACTION_COUNT} actions`,
    value: running.residentMb(),
    unit: 'MB',
    besides: `${Math.round(beforeMb)} MB before them, over HTTP, ${CLIENT_COUNT} clients`,
  };
  return bounded(figure, RESIDENT_LIMIT_MB);
}

/** A session that may see every case, and a case that has been walked. */
async function coordinator(server: Server) {
  const people = await server.pool.query<{ id: string }>(
    `select id from person where 'coordinator' = any(roles) and active order by id limit 1`,
  );
  const cases = await server.pool.query<{ id: string }>(
    `select id from "case" where pathway_id = 'mig-work-neet' and status = 'active'
     order by revision desc, id limit 1`,
  );
  return { token: await openSession(server, people.rows[0]!.id), caseId: cases.rows[0]!.id };
}
