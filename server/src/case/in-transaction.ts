import type { ClientBase } from 'pg';
import type { Server } from '../server.ts';
import { linkKey } from './own-link.ts';

/** Runs within one transaction on one connection; whatever is thrown rolls it back. */
export async function inTransaction<T>(
  server: Server,
  run: (client: ClientBase) => Promise<T>,
): Promise<T> {
  await linkKey(server);
  const client = await server.pool.connect();
  try {
    await client.query('BEGIN');
    const result = await run(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // A connection that can't even roll back is thrown away.
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
