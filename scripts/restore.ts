import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, openDatabase, readBackup } from '../server/src/index.ts';
import { CommandError, fail, readSettings, say } from './command.ts';

const USAGE = 'Usage: npm run restore -- <file> [--replace]   (--replace: lose what is there)';

function readOptions(): { file: string; isReplacing: boolean } {
  try {
    const options = { replace: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 1) return { file: positionals[0]!, isReplacing: values.replace };
  } catch {
    // Said below.
  }
  throw new CommandError(USAGE);
}

async function main(): Promise<void> {
  const { file, isReplacing } = readOptions();
  const database = await openDatabase(readSettings(), () => {});
  try {
    await migrate(database.access);
    await readBackup(database.access, resolve(file), isReplacing);
  } finally {
    await database.close();
  }
  say(`Percorso: the database is as it was in ${file}.`);
}

main().catch(fail);
