import type { Pool } from 'pg';
import type { Server } from '../server.ts';
import { announce } from './announce.ts';

/** Refreshed every twenty seconds; whoever missed two of them has gone, or their server has. */
const FORGOTTEN_AFTER = `interval '45 seconds'`;

/** SQL: the people who have a draft open at an instant, as a JSON list. */
export const PRESENT = (draft: string, now: string) => `
  select coalesce(
    json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
  from person p where p.id in (
    select person_id from draft_presence
    where draft_id = ${draft} and seen_at > ${now}::timestamptz - ${FORGOTTEN_AFTER})`;

export interface Stream {
  readonly stream: string;
  readonly draftId: string;
  readonly personId: string;
}

/** Somebody opened a draft. */
export async function arrive(server: Server, { stream, draftId, personId }: Stream): Promise<void> {
  await server.pool.query(
    `insert into draft_presence (stream, draft_id, person_id, seen_at) values ($1, $2, $3, $4)`,
    [stream, draftId, personId, server.clock()],
  );
  await announce(server.pool, draftId);
}

/** Somebody closed it. */
export async function depart({ pool }: Server, { stream, draftId }: Stream): Promise<void> {
  await pool.query('delete from draft_presence where stream = $1', [stream]);
  await announce(pool, draftId);
}

/** Those of the streams that have not said so lately are still there. */
export async function stay(pool: Pool, streams: readonly string[], now: Date): Promise<void> {
  await pool.query(
    `update draft_presence set seen_at = $2
     where stream = any($1) and seen_at < $2::timestamptz - interval '15 seconds'`,
    [streams, now],
  );
}

/** Removes what servers left behind that did not end as they should. */
export async function sweepPresence({ pool, clock }: Server): Promise<void> {
  await pool.query(
    `delete from draft_presence where seen_at < $1::timestamptz - ${FORGOTTEN_AFTER}`,
    [clock()],
  );
}
