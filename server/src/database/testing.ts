/**
 * The test database: one PostgreSQL per test run (see `testing-setup.ts`), one migrated template,
 * and a fresh database per test file, made from the template in some 30 ms.
 */
import { randomBytes } from 'node:crypto';
import type { ClientConfig } from 'pg';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { silentLog } from '../log.ts';
import type { Server, ServerParts } from '../server.ts';
import { openServer } from '../server.ts';
import { parseSettings } from '../settings.ts';
import type { DatabaseAccess } from './connection.ts';

/** What the set-up of the test run tells the test files. */
export interface TestCluster {
  /** May create and drop databases. */
  readonly maintenance: ClientConfig;
  readonly owner: ClientConfig;
  readonly server: ClientConfig;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testCluster: TestCluster;
  }
}

export interface TestDatabase {
  readonly access: DatabaseAccess;
  /** Fails when a connection is still open: whoever opened it forgot to close it. */
  readonly drop: () => Promise<void>;
}

async function maintain<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(inject('testCluster').maintenance);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/**
 * Connections of ours: PostgreSQL also tidies up by itself. One that was closed may take a moment
 * to be gone, on a busy machine some seconds.
 */
async function countConnections(client: pg.Client, database: string): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const result = await client.query(
      `select count(*)::int as count, pg_sleep(case when count(*) > 0 then 0.02 else 0 end)
         from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [database],
    );
    const { count } = result.rows[0] as { count: number };
    if (count === 0 || tries === 500) return count;
  }
}

/** Makes a fresh, migrated database. Most tests want `useTestServer` instead. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { owner, server, template } = inject('testCluster');
  const database = `test_${randomBytes(8).toString('hex')}`;
  await maintain((client) => client.query(`create database ${database} template ${template}`));
  return {
    access: { owner: { ...owner, database }, server: { ...server, database } },
    drop: () =>
      maintain(async (client) => {
        const leaked = await countConnections(client, database);
        await client.query(`drop database ${database} with (force)`);
        expect(leaked, 'connections that the test left open').toBe(0);
      }),
  };
}

/** Tests begin at this instant; `advanceBy` moves it. */
const TEST_NOW = '2026-11-21T09:00:00.000Z';

export interface TestServer extends Server {
  readonly access: DatabaseAccess;
  /** Moves the clock of the server. */
  readonly advanceBy: (durationMs: number) => void;
}

/**
 * Opens a server on a fresh database for the test file that calls this, and closes both at its
 * end. The object is filled in before the first test runs: use it inside tests only.
 */
export function useTestServer(
  parts: Partial<Omit<ServerParts, 'database' | 'clock'>> = {},
): TestServer {
  const server = {} as TestServer;
  let database: TestDatabase | undefined;
  let nowMs = Date.parse(TEST_NOW);
  beforeAll(async () => {
    database = await createTestDatabase();
    const opened = await openServer({
      settings: parseSettings({}),
      log: silentLog,
      ...parts,
      database: database.access,
      clock: () => new Date(nowMs),
    });
    Object.assign(server, opened, {
      access: database.access,
      advanceBy: (durationMs: number) => {
        nowMs += durationMs;
      },
    });
  });
  afterAll(async () => {
    await server.close?.();
    await database?.drop();
  });
  return server;
}
