import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { Server } from '../server.ts';

const LIFETIME_MS = 180 * 24 * 60 * 60 * 1000;
const KEY_BYTES = 32;
const KEY_NAME = 'own-link-key';

/** What a signed link says: which case, until when, and that no newer link has replaced it. */
export interface OwnLinkClaim {
  readonly caseId: string;
  readonly expiresAt: Date;
  readonly epoch: number;
}

const keys = new WeakMap<Pool, Promise<Buffer>>();

/**
 * The link to the youth's own page. The secret is in the fragment, which browsers send to nobody,
 * so that it is in no log.
 */
export async function ownLink(server: Server, caseId: string, epoch: number, now: Date) {
  const expiresAt = Math.floor((now.getTime() + LIFETIME_MS) / 1000);
  const payload = Buffer.from(JSON.stringify([caseId, expiresAt, epoch])).toString('base64url');
  const key = await linkKey(server);
  return `${server.settings.publicUrl}/my-pathway#${payload}.${signature(key, payload)}`;
}

/** What a token claims, when we signed it and it has not expired; the epoch is yet to be checked. */
export async function readOwnLink(
  server: Server,
  token: string,
  now: Date,
): Promise<OwnLinkClaim | undefined> {
  const [payload = '', signed = ''] = token.split('.');
  const right = Buffer.from(signature(await linkKey(server), payload));
  const given = Buffer.from(signed);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [caseId, expiresAt, epoch] = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const claim = { caseId, epoch, expiresAt: new Date(expiresAt * 1000) };
  return claim.expiresAt > now ? claim : undefined;
}

// Not their revision: `WRITE` of a revision never lowers an epoch.
const END = `
UPDATE "case" SET link_epoch = link_epoch + 1 WHERE id IN (
  SELECT id FROM "case" WHERE participant_id = $1 AND id <> $2 ORDER BY id FOR UPDATE)`;

/**
 * Makes the links to the other cases of the same youth worthless, those of a sub-pathway and of the
 * case around it: they went to the same address, and were given to the same people.
 */
export async function endOtherLinks(
  client: ClientBase,
  { id, participantId }: { readonly id: string; readonly participantId: string },
): Promise<void> {
  await client.query(END, [participantId, id]);
}

function signature(key: Buffer, payload: string): string {
  return createHmac('sha256', key).update(payload).digest('base64url');
}

/**
 * One key for all processes of an installation: whoever needs it first makes it. Whoever is going
 * to sign links within a transaction asks for it before: a transaction that waits for a second
 * connection can wait for ever.
 */
export function linkKey(server: Server): Promise<Buffer> {
  const key = keys.get(server.pool) ?? loadKey(server);
  keys.set(server.pool, key);
  key.catch(() => keys.delete(server.pool));
  return key;
}

async function loadKey(server: Server): Promise<Buffer> {
  const fresh = JSON.stringify(server.random(KEY_BYTES).toString('base64url'));
  await server.pool.query(
    'INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
    [KEY_NAME, fresh],
  );
  const { rows } = await server.pool.query<{ value: string }>(
    'SELECT value FROM setting WHERE name = $1',
    [KEY_NAME],
  );
  return Buffer.from(rows[0]!.value, 'base64url');
}
