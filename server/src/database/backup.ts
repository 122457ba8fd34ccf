import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { BackupLine, Manifest } from './backup-lines.ts';
import type { DatabaseAccess } from './connection.ts';
import { inOneTransaction, readTableNames, withClient } from './tables.ts';

const BATCH_ROWS = 500;

async function readManifest(client: pg.Client, now: Date): Promise<Manifest> {
  const done = await client.query<{ name: string }>('select name from migration order by id');
  const migrations = done.rows.map((row) => row.name);
  return { percorso: 'backup', format: 1, takenAt: now.toISOString(), migrations };
}

async function* readRows(client: pg.Client, table: string): AsyncGenerator<BackupLine[]> {
  const name = pg.escapeIdentifier(table);
  await client.query(`declare rows no scroll cursor for select to_jsonb(t) as row from ${name} t`);
  for (;;) {
    const { rows } = await client.query(`fetch ${BATCH_ROWS} from rows`);
    if (rows.length === 0) break;
    yield rows as BackupLine[];
  }
  await client.query('close rows');
}

async function* backupText(client: pg.Client, tables: readonly string[], now: Date) {
  const text = (...lines: BackupLine[]) =>
    lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  yield text(await readManifest(client, now));
  let count = 0;
  for (const table of tables) {
    yield text({ table });
    for await (const rows of readRows(client, table)) {
      count += rows.length;
      yield text(...rows);
    }
  }
  yield text({ end: count });
}

/**
 * Writes the whole database, as it is at one moment, into a file that only its owner can read. The
 * server may go on meanwhile. The file appears under its name when it is complete.
 */
export async function writeBackup(access: DatabaseAccess, file: string, now: Date): Promise<void> {
  const tables = await readTableNames(access.owner);
  const unfinished = `${file}.part`;
  const snapshot = 'begin isolation level repeatable read read only';
  try {
    await withClient(access.owner, (client) =>
      inOneTransaction(client, snapshot, () => {
        const target = createWriteStream(unfinished, { mode: 0o600, flush: true });
        return pipeline(backupText(client, tables, now), createGzip(), target);
      }),
    );
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
