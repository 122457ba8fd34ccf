import type { DatabaseAccess } from './database/connection.ts';
import { Setting } from './database/entities.ts';
import { emptyTables, readTableNames, withClient } from './database/tables.ts';
import { type LoadOptions, loadProgramme } from './programme/load.ts';
import type { Server } from './server.ts';

/** The row that says that the load was finished. */
const LOADED = 'programme-loaded';
/** Any number, the same in every process: only one of them loads. */
const LOCK = 20_201_001;

/** Has the programme been loaded into this database, to the end? */
export async function isLoaded(server: Server): Promise<boolean> {
  return (await server.orm.em.fork().count(Setting, { name: LOADED })) > 0;
}

/** Loads the programme into a new database; whoever comes second waits and finds it loaded. */
export async function loadOnce(
  server: Server,
  access: DatabaseAccess,
  options: LoadOptions,
): Promise<void> {
  if (await isLoaded(server)) return;
  await withClient(access.owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    if (await isLoaded(server)) return;
    // A load that was cut short is done again: until it is finished, nobody can have signed in.
    await emptyTables(client, await readTableNames(access.owner));
    await loadProgramme(server, options);
    const em = server.orm.em.fork();
    const value = { at: server.clock().toISOString(), demonstration: options.demonstration };
    em.create(Setting, { name: LOADED, value });
    await em.flush();
  });
}
