/** A server with its worker and a database of its own, in this process. */
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
  parseSettings,
  type Server,
  silentLog,
  startWorker,
} from '@percorso/server';
import pg from 'pg';

export interface OwnServer {
  readonly server: Server;
  readonly origin: string;
  /** As PostgreSQL does by itself within a minute: its plans need to know how large tables are. */
  readonly vacuum: () => Promise<void>;
}

/** Runs it on an empty database for as long as `use` takes. */
export async function withOwnServer<T>(use: (own: OwnServer) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'percorso-bench-'));
  const settings = { ...parseSettings({}), dataDirectory: directory, databaseUrl: null };
  const database = await openDatabase(settings, () => {});
  try {
    await migrate(database.access);
    const server = await openServer({ database: database.access, settings, log: silentLog });
    const worker = await startWorker(server);
    const http = createApp(server, '/nowhere').listen(0, '127.0.0.1');
    try {
      await once(http, 'listening');
      const { port } = http.address() as AddressInfo;
      const vacuum = () => vacuumAs(database.access.owner);
      return await use({ server, origin: `http://127.0.0.1:${port}`, vacuum });
    } finally {
      http.closeAllConnections();
      http.close();
      await worker.stop();
      await server.close();
    }
  } finally {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Only who owns the tables may. */
async function vacuumAs(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}
