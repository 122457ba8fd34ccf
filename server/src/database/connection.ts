import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { ClientConfig } from 'pg';
import { Pool } from 'pg';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

/** How to reach the database: as the role that serves, and as the one that owns the tables. */
export interface DatabaseAccess {
  readonly server: ClientConfig;
  readonly owner: ClientConfig;
}

/** Half of the connections that one process may hold: the ORM has as many. */
const POOL_SIZE_MAX = 8;
const CONNECTION_TIMEOUT_MS = 10_000;

/** An external database has one role, which owns and serves. */
export function accessByUrl(url: string): DatabaseAccess {
  const config = { connectionString: url };
  return { server: config, owner: config };
}

/** The pool of the hot path. A connection that breaks is replaced; it is not fatal. */
export function openPool(config: ClientConfig, onError: (error: Error) => void): Pool {
  const pool = new Pool({
    ...config,
    max: POOL_SIZE_MAX,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    application_name: 'percorso',
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/**
 * Opens the ORM over one role. `useBatchUpdates` is off: a batched flush of several versioned
 * entities checks the versions first and then updates by primary key, which loses updates.
 */
export function openOrm(config: ClientConfig): Promise<MikroORM> {
  return MikroORM.init({
    entities: [...entities],
    // The name is only for messages; the pool below decides where to connect.
    dbName: config.database ?? 'percorso',
    driverOptions: {
      ...config,
      max: POOL_SIZE_MAX,
      connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
      application_name: 'percorso',
    },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: 'migration', snapshot: false },
    // The queue's tables are its own affair.
    schemaGenerator: { ignoreSchema: ['graphile_worker'] },
    useBatchUpdates: false,
    forceUtcTimezone: true,
    logger: () => {},
  });
}
