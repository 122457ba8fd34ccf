import { randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { DatabaseAccess } from './database/connection.ts';
import { openOrm, openPool } from './database/connection.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { timeOrderedId } from './time-ordered-id.ts';

/** What every part of the server works with; passed explicitly, so that tests can fix it. */
export interface Server {
  /** Fork it per request: `server.orm.em.fork()`. */
  readonly orm: MikroORM;
  /** For the statements of the hot path, which go round the ORM. */
  readonly pool: Pool;
  readonly settings: Settings;
  readonly log: Log;
  readonly clock: () => Date;
  /** A new row's id: a UUID of version 7, so that rows of one time lie together. No secret. */
  readonly newId: () => string;
  /** Random bytes for secrets: tokens, salts, receipt codes. */
  readonly random: (byteCount: number) => Buffer;
  /** Waits for running statements and closes the connections. */
  readonly close: () => Promise<void>;
}

export interface ServerParts {
  readonly database: DatabaseAccess;
  readonly settings: Settings;
  readonly log: Log;
  readonly clock?: () => Date;
  readonly random?: (byteCount: number) => Buffer;
}

/** Opens the connections to a migrated database. */
export async function openServer(parts: ServerParts): Promise<Server> {
  const { database, settings, log, clock = () => new Date(), random = randomBytes } = parts;
  // While they are let go of, the database may end first, and that is no news.
  let isClosing = false;
  const pool = openPool(database.server, (error) => {
    if (!isClosing) log.warn(`database: ${error.name}`);
  });
  const orm = await openOrm(database.server);
  return {
    orm,
    pool,
    settings,
    log,
    clock,
    random,
    newId: () => timeOrderedId(clock(), random),
    close: async () => {
      isClosing = true;
      await orm.close();
      await pool.end();
    },
  };
}
