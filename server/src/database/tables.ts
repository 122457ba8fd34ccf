import type { ClientConfig } from 'pg';
import pg from 'pg';
import { openOrm } from './connection.ts';
import { entities } from './entities.ts';

/** Every table of ours, in an order in which each refers only to earlier ones. */
export async function readTableNames(config: ClientConfig): Promise<string[]> {
  const orm = await openOrm(config);
  const metadata = orm.getMetadata();
  const names = entities.map(({ meta }) => metadata.getByClassName(meta.className).tableName);
  await orm.close();
  return names;
}

/** Removes all rows. Only the owner may: the role that serves can't remove a trace. */
export async function emptyTables(client: pg.Client, tables: readonly string[]): Promise<void> {
  const names = tables.map((name) => pg.escapeIdentifier(name));
  await client.query(`truncate ${names.join(', ')} restart identity`);
}

/** Opens one connection for as long as `use` takes. */
export async function withClient<T>(
  config: ClientConfig,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  // A connection that breaks makes the next statement fail; the event itself must not be fatal.
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Runs `use` in a transaction: all of it, or nothing. */
export async function inOneTransaction<T>(
  client: pg.Client,
  begin: string,
  use: () => Promise<T>,
): Promise<T> {
  await client.query(begin);
  try {
    const result = await use();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
