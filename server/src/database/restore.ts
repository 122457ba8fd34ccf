import pg from 'pg';
import { type BackupLine, readBackupLines } from './backup-lines.ts';
import type { DatabaseAccess } from './connection.ts';
import { DatabaseError } from './embedded/database-error.ts';
import { migrations } from './migrations/index.ts';
import { emptyTables, inOneTransaction, readTableNames, withClient } from './tables.ts';

const BATCH_ROWS = 500;

function checkManifest(line: BackupLine | undefined): void {
  if (!line || !('percorso' in line) || line.format !== 1) {
    throw new DatabaseError('The file is not a backup of Percorso.');
  }
  const ours = migrations.map((migration) => migration.name).join(', ');
  const theirs = line.migrations.join(', ');
  if (ours !== theirs) {
    throw new DatabaseError(
      `The backup's tables are those of another version of Percorso (${theirs}; here: ${ours}): ` +
        'restore it with that version, and then start this one, which migrates it.',
    );
  }
}

async function insertRows(client: pg.Client, table: string, rows: readonly unknown[]) {
  const name = pg.escapeIdentifier(table);
  await client.query(
    `insert into ${name} overriding system value
       select r.* from jsonb_array_elements($1) as one,
         jsonb_populate_record(null::${name}, one) as r`,
    [JSON.stringify(rows)],
  );
}

/** Numbers given from now on must come after the restored ones. */
async function advanceSequences(client: pg.Client): Promise<void> {
  const columns = await client.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, column } of columns.rows) {
    const [from, name] = [pg.escapeIdentifier(table), pg.escapeIdentifier(column)];
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${name}), 0) + 1, false)
         from ${from}`,
      [from, column],
    );
  }
}

/** Inserts what the lines say, table by table; checks that all of it was there. */
async function insertAll(
  client: pg.Client,
  tables: readonly string[],
  lines: AsyncIterable<BackupLine>,
): Promise<void> {
  let table = '';
  let rows: unknown[] = [];
  let count = 0;
  let end: number | null = null;
  for await (const line of lines) {
    if ('row' in line) {
      rows.push(line.row);
      count += 1;
      if (rows.length < BATCH_ROWS) continue;
    }
    if (rows.length > 0) await insertRows(client, table, rows);
    rows = [];
    if ('end' in line) end = line.end;
    if (!('table' in line)) continue;
    table = line.table;
    if (!tables.includes(table)) throw new DatabaseError(`The backup has a table "${table}".`);
  }
  if (end !== count) throw new DatabaseError('The file is damaged: it was cut short.');
}

async function refuseInUse(client: pg.Client): Promise<void> {
  const found = await client.query(
    `select 1 from pg_stat_activity where datname = current_database()
       and application_name = 'percorso' and pid <> pg_backend_pid() limit 1`,
  );
  if (found.rowCount) throw new DatabaseError('A server uses the database: stop it first.');
}

async function refuseFull(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from "case" limit 1');
  if (found.rowCount) {
    throw new DatabaseError('The database holds cases: add --replace to lose them.');
  }
}

/** The queue's jobs follow from the rows: those of the time before are worth nothing. */
async function forgetJobs(access: DatabaseAccess): Promise<void> {
  await withClient(access.server, (client) =>
    client.query('delete from graphile_worker._private_jobs'),
  );
}

/**
 * Puts a backup into a migrated database that no server uses: all of it, or nothing. Cases that
 * are there already are only lost with `isReplacing`.
 */
export async function readBackup(
  access: DatabaseAccess,
  file: string,
  isReplacing: boolean,
): Promise<void> {
  const tables = await readTableNames(access.owner);
  await withClient(access.owner, (client) =>
    inOneTransaction(client, 'begin', async () => {
      await refuseInUse(client);
      if (!isReplacing) await refuseFull(client);
      const lines = readBackupLines(file);
      checkManifest((await lines.next()).value);
      await emptyTables(client, tables);
      await insertAll(client, tables, lines);
      await advanceSequences(client);
    }),
  );
  await forgetJobs(access);
}
