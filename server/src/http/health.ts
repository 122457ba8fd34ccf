import type { Router } from 'express';
import { migrations } from '../database/migrations/index.ts';
import type { Server } from '../server.ts';

/** `/healthz`: the process answers. `/readyz`: the database does too, and has our tables. */
export function healthRoutes(router: Router, server: Server): void {
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const reason = await notReadyReason(server);
    response
      .set('Cache-Control', 'no-store')
      .status(reason === null ? 200 : 503)
      .json(reason === null ? { status: 'ready' } : { status: 'not-ready', reason });
  });
}

async function notReadyReason(server: Server): Promise<string | null> {
  try {
    const { rows } = await server.pool.query<{ name: string }>('select name from migration');
    const done = new Set(rows.map((row) => row.name));
    const missing = migrations.filter((migration) => !done.has(migration.name));
    return missing.length === 0 ? null : 'migrations-missing';
  } catch {
    return 'database-away';
  }
}
