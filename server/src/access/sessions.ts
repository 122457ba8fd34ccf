import type { Pool } from 'pg';
import type { Language, Role } from '../contract/words.ts';
import type { Server } from '../server.ts';
import type { SignedIn } from './reader.ts';
import { SessionReads } from './session-reads.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR_MS = 3_600_000;
/** A session ends after twelve hours without a request, and after seven days in any case. */
const IDLE_MS = 12 * HOUR_MS;
const LIFETIME_MS = 7 * 24 * HOUR_MS;
/** `seen_at` is written at most this often, so that reading costs no write. */
const SEEN_EVERY_MS = 60_000;

/** Opens a session and returns its token, which is kept nowhere here. */
export async function openSession(server: Server, personId: string): Promise<string> {
  const { token, hash } = newToken(server);
  const now = server.clock();
  await server.pool.query(
    `insert into session (token_hash, person_id, created_at, expires_at, seen_at)
     values ($1, $2, $3, $4, $3)`,
    [hash, personId, now, new Date(now.getTime() + LIFETIME_MS)],
  );
  return token;
}

interface SessionRow {
  token_hash: Buffer;
  id: string;
  name: string;
  email: string;
  roles: Role[];
  language: Language;
  organisation_id: string | null;
  organisation_name: string | null;
  expires_at: Date;
  seen_at: Date;
}

const READ_SESSIONS = `
select s.token_hash, s.expires_at, s.seen_at, p.id, p.name, p.email, p.roles, p.language,
  o.id as organisation_id, o.name as organisation_name
from session s join person p on p.id = s.person_id
left join organisation o on o.id = p.organisation_id
where s.token_hash = any($1::bytea[]) and p.active and s.expires_at > $2 and s.seen_at > $3`;

/** The session of a token and its reader as they are now, or null when there is none any more. */
export async function findSession(server: Server, token: string): Promise<SignedIn | null> {
  const now = server.clock();
  const row = await readsOf(server).find(hashToken(token));
  if (!row) return null;
  if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) {
    await server.pool.query('update session set seen_at = $2 where token_hash = $1', [
      row.token_hash,
      now,
    ]);
    return signedInOf({ ...row, seen_at: now });
  }
  return signedInOf(row);
}

const reads = new WeakMap<Pool, SessionReads<SessionRow>>();

function readsOf(server: Server): SessionReads<SessionRow> {
  const { pool, clock } = server;
  const own = reads.get(pool) ?? new SessionReads((hashes) => readSessions(pool, hashes, clock()));
  reads.set(pool, own);
  return own;
}

/** Those of the sessions that still hold, with their readers as they are now. Touches none. */
export async function findSessions(server: Server, hashes: readonly Buffer[]): Promise<SignedIn[]> {
  return (await readSessions(server.pool, hashes, server.clock())).map(signedInOf);
}

async function readSessions(pool: Pool, hashes: readonly Buffer[], now: Date) {
  const { rows } = await pool.query<SessionRow>({
    name: 'read-sessions',
    text: READ_SESSIONS,
    values: [hashes, now, new Date(now.getTime() - IDLE_MS)],
  });
  return rows;
}

function signedInOf(row: SessionRow): SignedIn {
  const { organisation_id: id, organisation_name: organisation } = row;
  return {
    tokenHash: row.token_hash,
    expiresAt: new Date(Math.min(row.expires_at.getTime(), row.seen_at.getTime() + IDLE_MS)),
    reader: {
      id: row.id,
      name: row.name,
      email: row.email,
      roles: row.roles,
      language: row.language,
      organisation: id !== null && organisation !== null ? { id, name: organisation } : null,
    },
  };
}

export async function endSession(server: Server, tokenHash: Buffer): Promise<void> {
  await server.pool.query('delete from session where token_hash = $1', [tokenHash]);
}

/** Removes what has expired: sessions, unused links to choose a password, old attempts. */
export async function sweepAccess(server: Server): Promise<void> {
  const now = server.clock();
  await server.pool.query('delete from session where expires_at < $1 or seen_at < $2', [
    now,
    new Date(now.getTime() - IDLE_MS),
  ]);
  await server.pool.query('delete from password_reset where expires_at < $1', [now]);
  await server.pool.query('delete from attempt where at < $1', [
    new Date(now.getTime() - 24 * HOUR_MS),
  ]);
}
