import { createHash } from 'node:crypto';
import { withTransaction } from '../database/transaction.ts';
import type { Server } from '../server.ts';

/** How many attempts of a kind one asker has within a time. */
export interface Limit {
  /** What is tried, and by or for whom: `sign-in:account`, … */
  readonly kind: string;
  readonly max: number;
  readonly windowSeconds: number;
}

export const LIMITS = {
  signInByAccount: { kind: 'sign-in:account', max: 10, windowSeconds: 900 },
  signInByAddress: { kind: 'sign-in:address', max: 100, windowSeconds: 900 },
  resetByAccount: { kind: 'reset:account', max: 3, windowSeconds: 3600 },
  resetByAddress: { kind: 'reset:address', max: 30, windowSeconds: 3600 },
  passwordByAddress: { kind: 'password:address', max: 30, windowSeconds: 3600 },
} as const satisfies Record<string, Limit>;

// Locking the key first makes concurrent attempts wait for each other, so that none slips by.
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
const COUNT = `
with recent as (select at from attempt where key = $1 and at > $2 order by at desc limit $4),
  counted as (select count(*) as n, min(at) as oldest from recent),
  added as (insert into attempt (key, at) select $1, $3 from counted where n < $4)
select n::int as n, oldest from counted`;

interface Recent {
  n: number;
  oldest: Date | null;
}

/**
 * Counts one attempt. Returns null when it is within the limit, else the seconds to wait; refused
 * attempts don't count, so that waiting always helps.
 */
export async function throttle(server: Server, limit: Limit, whom: string): Promise<number | null> {
  const now = server.clock();
  const windowMs = limit.windowSeconds * 1000;
  const key = attemptKey(limit, whom);
  const recent = await withTransaction(server.pool, async (client) => {
    await client.query(LOCK, [key]);
    const since = new Date(now.getTime() - windowMs);
    return client.query<Recent>(COUNT, [key, since, now, limit.max]);
  });
  const { n = 0, oldest = null } = recent.rows[0] ?? {};
  if (n < limit.max || oldest === null) return null;
  return Math.max(1, Math.ceil((oldest.getTime() + windowMs - now.getTime()) / 1000));
}

/** Forgets the attempts of one who has shown that they are who they say. */
export async function forgive(server: Server, limit: Limit, whom: string): Promise<void> {
  await server.pool.query('delete from attempt where key = $1', [attemptKey(limit, whom)]);
}

/**
 * Whoever has one IPv6 address has the 2^64 of its network: these count as one. An IPv4 address
 * stands for itself, in IPv6's notation too.
 */
export function networkOf(address: string): string {
  const ipv4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (ipv4 || !address.includes(':')) return ipv4 ?? address;
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter((group) => group !== '');
  const last = tail?.split(':') ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array(missing).fill('0'), ...last].slice(0, 4).join(':');
}

/** Hashed: the table of attempts is no list of addresses. */
function attemptKey(limit: Limit, whom: string): string {
  const hash = createHash('sha256').update(whom.toLowerCase()).digest('base64url');
  return `${limit.kind}:${hash}`;
}
