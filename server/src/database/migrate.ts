import { Logger, runMigrations } from 'graphile-worker';
import type { ClientConfig } from 'pg';
import pg from 'pg';
import type { DatabaseAccess } from './connection.ts';
import { openOrm, openPool } from './connection.ts';
import { migrations } from './migrations/index.ts';
import { withClient } from './tables.ts';

const silentQueue = new Logger(() => () => {});

/**
 * What the serving role may do. The trace is insert-only by right as well as by trigger; a
 * published version of a pathway is never changed, nor what is noted of a draft's edits.
 */
function grants(role: string): string {
  return `
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    revoke update, delete on trace_entry from ${role};
    grant update (facts, salt) on trace_entry to ${role};
    revoke update, delete on pathway_version from ${role};
    revoke update, delete on draft_edit from ${role};
    revoke update, delete on persona_edit from ${role};
    revoke delete on persona from ${role};
    revoke insert, update, delete on migration from ${role};`;
}

const execute = (config: ClientConfig, statement: string) =>
  withClient(config, (client) => client.query(statement));

async function migrateQueue(config: ClientConfig): Promise<void> {
  const pool = openPool(config, () => {});
  try {
    await runMigrations({ pgPool: pool, logger: silentQueue });
  } finally {
    await pool.end();
  }
}

/**
 * Lets the serving role work with the tables, and make the queue's own: graphile-worker protects
 * its tables from all but their owner.
 */
async function prepareServing(access: DatabaseAccess, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const database = pg.escapeIdentifier(access.owner.database!);
  await execute(access.owner, `${grants(name)} grant create on database ${database} to ${name}`);
  await migrateQueue(access.server);
  await execute(access.owner, `revoke create on database ${database} from ${name}`);
}

const UNDEFINED_TABLE = '42P01';
const NOT_ALLOWED = '42501';

/**
 * Most starts find everything done. Asked as the role that serves, and of the queue's table too:
 * both come last, so that a start that was killed half-way is taken up again.
 */
async function isMigrated(server: ClientConfig): Promise<boolean> {
  try {
    const done = await withClient(server, (client) =>
      client.query<{ name: string }>(
        `select name from migration where to_regclass('graphile_worker.migrations') is not null
           order by id`,
      ),
    );
    const known = migrations.map((migration) => migration.name);
    return done.rows.map((row) => row.name).join() === known.join();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === UNDEFINED_TABLE || code === NOT_ALLOWED) return false;
    throw error;
  }
}

/** Brings the database to the present schema; returns the names of the migrations that ran. */
export async function migrate(access: DatabaseAccess): Promise<string[]> {
  if (await isMigrated(access.server)) return [];
  const orm = await openOrm(access.owner);
  try {
    const done = await orm.migrator.up();
    const role = access.server.user;
    if (role && role !== access.owner.user) await prepareServing(access, role);
    else await migrateQueue(access.server);
    return done.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}
