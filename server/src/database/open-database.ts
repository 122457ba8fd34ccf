import type { ClientConfig } from 'pg';
import pg from 'pg';
import type { Settings } from '../settings.ts';
import type { DatabaseAccess } from './connection.ts';
import { accessByUrl } from './connection.ts';
import { DatabaseError } from './embedded/database-error.ts';
import { findRunning, startEmbedded } from './embedded/embedded.ts';

/** A database that answers, and how to let go of it. */
export interface OpenDatabase {
  readonly access: DatabaseAccess;
  readonly close: () => Promise<void>;
}

type DatabaseSettings = Pick<Settings, 'databaseUrl' | 'dataDirectory'>;

/** What is wrong, by PostgreSQL's or the system's code; the address may hold a password. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host name is unknown',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'the password is wrong',
  '28000': 'the role may not sign in',
  '3D000': 'there is no database of that name',
};

async function checkReachable(config: ClientConfig): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    throw new DatabaseError(
      `The database of DATABASE_URL can't be used: ${REASONS[code] ?? message}.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** Connects to DATABASE_URL or, without one, starts the embedded PostgreSQL. */
export async function openDatabase(
  settings: DatabaseSettings,
  onUnexpectedEnd: () => void,
): Promise<OpenDatabase> {
  if (settings.databaseUrl === null) {
    const directory = settings.dataDirectory;
    const embedded = await startEmbedded({ directory, isDurable: true, onUnexpectedEnd });
    return { access: embedded.access, close: embedded.stop };
  }
  const access = accessByUrl(settings.databaseUrl);
  await checkReachable(access.server);
  return { access, close: async () => {} };
}

/** The same for a command beside a running server: its embedded PostgreSQL is shared. */
export async function joinDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const running = settings.databaseUrl === null ? await findRunning(settings.dataDirectory) : null;
  if (running) return { access: running, close: async () => {} };
  return openDatabase(settings, () => {});
}
