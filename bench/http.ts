/**
 * A durable step over HTTP beside the bare statement that it ends in, on the same embedded
 * PostgreSQL, in turns within one run: 32 clients each, every one on a case of its own.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createApp,
  migrate,
  openDatabase,
  openServer,
  openSession,
  parseSettings,
  type Server,
  silentLog,
} from '@percorso/server';
import pg from 'pg';
import { Clients } from './clients.ts';
import { ACTION, type BareStatement, quietly, startCases, watchStatement } from './http-cases.ts';
import { median, type Row } from './row.ts';

const CLIENT_COUNT = 32;
const ROUND_MS = 2000;
const ROUNDS = 5;
const BARE_POOL_SIZE = 16;

export async function benchHttp(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'percorso-bench-'));
  const settings = { ...parseSettings({}), dataDirectory: directory, databaseUrl: null };
  const database = await openDatabase(settings, () => {});
  try {
    await migrate(database.access);
    const server = await openServer({ database: database.access, settings, log: silentLog });
    const bare = new pg.Pool({ ...database.access.server, max: BARE_POOL_SIZE });
    bare.on('error', () => {});
    try {
      return await compare(server, bare);
    } finally {
      await bare.end();
      await server.close();
    }
  } finally {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function compare(server: Server, bare: pg.Pool): Promise<Row[]> {
  const { personId, caseIds } = await startCases(server, 3 * CLIENT_COUNT + 1);
  const statement = await watchStatement(server, personId, caseIds.pop()!);
  const bareClients = (write: BareStatement) =>
    caseIds.splice(0, CLIENT_COUNT).map((id) => bareClient(server, bare, id, write));
  const same = bareClients(statement);
  const quiet = bareClients(quietly(statement));
  const token = await openSession(server, personId);
  const http = createApp(server, '/nowhere').listen(0, '127.0.0.1');
  await once(http, 'listening');
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients = new Clients({ origin, token, caseIds, action: ACTION, roundMs: ROUND_MS });
  const rounds: Rates[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { perSecond: overHttp } = await clients.act();
    const rates = { overHttp, same: await perSecond(same), quiet: await perSecond(quiet) };
    // The first round warms all of them.
    if (round > 0) rounds.push(rates);
  }
  await clients.stop();
  http.close();
  return rowsOf(rounds);
}

/** Writes per second of one round. */
interface Rates {
  readonly overHttp: number;
  readonly same: number;
  readonly quiet: number;
}

function rowsOf(rounds: readonly Rates[]): Row[] {
  const name = 'server: durable action over HTTP, 32 clients';
  const value = Math.round(median(rounds.map(({ overHttp }) => overHttp)));
  const rate = (of: 'same' | 'quiet') => `${Math.round(median(rounds.map((one) => one[of])))}/s`;
  const over = (of: 'same' | 'quiet') => median(rounds.map((one) => one.overHttp / one[of]));
  const unit = 'actions/s';
  const ratio = over('same');
  const write = 'the same one-statement write from a bare pg pool';
  return [
    {
      ...{ name, value, unit, ratio },
      besides: `${write}, ${rate('same')}`,
      goal: '≥ 0.4',
      met: ratio >= 0.4,
    },
    {
      ...{ name, value, unit, ratio: over('quiet') },
      besides: `${write}, without its notification and its job, ${rate('quiet')}`,
      goal: null,
      met: null,
    },
  ];
}

/** Writes one revision after another, with nothing decided and nothing read. */
function bareClient(server: Server, bare: pg.Pool, caseId: string, statement: BareStatement) {
  let revision = 1;
  return async () => {
    const query = statement(caseId, revision, server.newId());
    const { rowCount } = await bare.query(query);
    if (rowCount !== 1) throw new Error('the bare write was stale');
    revision += 1;
  };
}

async function perSecond(clients: readonly (() => Promise<void>)[]): Promise<number> {
  const begin = performance.now();
  let count = 0;
  await Promise.all(
    clients.map(async (write) => {
      while (performance.now() - begin < ROUND_MS) {
        await write();
        count += 1;
      }
    }),
  );
  return (count * 1000) / (performance.now() - begin);
}
