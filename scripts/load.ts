/**
 * The first load in a process of its own, begun by `start.ts`: it needs much memory and the whole
 * of the programme's code, and the process that serves keeps neither. Progress is told by messages.
 */
import * as percorso from '../server/src/index.ts';
import { CommandError, fail, readSettings, say } from './command.ts';

/** A load that a power cut ends is done again, so its commits need not wait for the disk. */
const HASTY = { options: '-c synchronous_commit=off' };

async function main(): Promise<void> {
  const settings = readSettings();
  const { access, close } = await percorso.joinDatabase(settings);
  // Only of our own PostgreSQL do we know that nothing stands between that would refuse this.
  const role = settings.databaseUrl ? access.server : { ...access.server, ...HASTY };
  const log = percorso.createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const database = { ...access, server: role };
  const server = await percorso.openServer({ database, settings, log });
  await percorso.loadOnce(server, access, {
    demonstration: !process.argv.includes('--empty'),
    onProgress: (progress) => process.send?.(progress),
    onNotice: (line) => say(`Percorso: ${line}`),
  });
  await server.close();
  await close();
  process.exit(0);
}

// Who began us is gone, and PostgreSQL with it.
process.on('disconnect', () => fail(new CommandError('The load was cut short.')));
main().catch(fail);
