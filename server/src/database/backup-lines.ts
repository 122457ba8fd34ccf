import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DatabaseError } from './embedded/database-error.ts';

/** The first line of a backup. */
export interface Manifest {
  readonly percorso: 'backup';
  readonly format: 1;
  readonly takenAt: string;
  /** The state of the tables: the migrations that had run. */
  readonly migrations: readonly string[];
}

/**
 * A backup is a gzipped file of JSON lines: the manifest, then each table's name and its rows, and
 * last the number of rows, by which a file that was cut short is known. The queue's tables are not
 * in it: its jobs follow from the rows.
 */
export type BackupLine =
  | Manifest
  | { readonly table: string }
  | { readonly row: Record<string, unknown> }
  | { readonly end: number };

function parseLine(text: string): BackupLine {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null) return line as BackupLine;
  } catch {
    // Said below.
  }
  throw new DatabaseError('The file is damaged: it has a line that is not of a backup.');
}

function readingError(error: unknown): Error {
  const { code = '' } = error as { code?: string };
  if (code === 'ENOENT') return new DatabaseError('There is no such file.');
  if (code === 'Z_BUF_ERROR') return new DatabaseError('The file is damaged: it was cut short.');
  if (code.startsWith('Z_')) return new DatabaseError('The file is not a backup of Percorso.');
  return error as Error;
}

/** Reads a backup line by line; throws a DatabaseError that says what is wrong with the file. */
export async function* readBackupLines(file: string): AsyncGenerator<BackupLine> {
  const text = createGunzip();
  text.setEncoding('utf8');
  // Its failure reaches the loop below through the stream.
  pipeline(createReadStream(file), text).catch(() => {});
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield parseLine(line);
    }
  } catch (error) {
    throw readingError(error);
  }
  if (rest) yield parseLine(rest);
}
