import type { Server } from '../server.ts';

/** Writes down who looked at what; `what` is the name of the operation. */
export async function logAccess(
  server: Server,
  personId: string,
  what: string,
  caseId: string | null = null,
): Promise<void> {
  await server.pool.query(
    'insert into access_log (at, person_id, what, case_id) values ($1, $2, $3, $4)',
    [server.clock(), personId, what, caseId],
  );
}
