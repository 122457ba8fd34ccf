import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { joinDatabase, writeBackup } from '../server/src/index.ts';
import { CommandError, fail, readSettings, say } from './command.ts';

async function main(): Promise<void> {
  const [file, ...rest] = process.argv.slice(2);
  if (!file || rest.length > 0) throw new CommandError('Usage: npm run backup -- <file>');
  if (existsSync(file)) throw new CommandError(`${file} is there already: name another file.`);
  const database = await joinDatabase(readSettings());
  try {
    await writeBackup(database.access, resolve(file), new Date());
  } finally {
    await database.close();
  }
  say(`Percorso: the backup is in ${file}. It holds personal data: keep it like the database.`);
}

main().catch(fail);
