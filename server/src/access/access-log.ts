import type { Server } from '../server.ts';

/**
 * Writes down who looked at what; `what` is the name of the operation, `aboutId` the colleague
 * whose account it changed.
 */
export async function logAccess(
  server: Server,
  personId: string,
  what: string,
  caseId: string | null = null,
  aboutId: string | null = null,
): Promise<void> {
  await server.pool.query(
    `insert into access_log (at, person_id, what, case_id, about_id)
     values ($1, $2, $3, $4, $5)`,
    [server.clock(), personId, what, caseId, aboutId],
  );
}
