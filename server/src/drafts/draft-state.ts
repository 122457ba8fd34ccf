import type { ClientBase } from 'pg';
import { Refused, refusedAsValue, staleRevision } from '../case/refusal.ts';
import type { DraftView } from '../contract/drafts.ts';
import { withTransaction } from '../database/transaction.ts';
import { No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { announce } from './announce.ts';
import { type DraftHead, draftHead, draftView } from './draft-rows.ts';

/** Why nothing may be done with the draft now: there is none, it is closed, or it has moved on. */
export function whyNot(head: DraftHead | undefined, revision?: number): No | undefined {
  if (!head) return no('not-found');
  if (head.publishedVersion !== null) return no('draft-closed', { detail: IS_PUBLISHED });
  if (head.discardedAt !== null) return no('draft-closed', { detail: IS_DISCARDED });
  if (revision !== undefined && revision !== head.revision) return staleRevision(head.revision);
  return undefined;
}

const IS_PUBLISHED = {
  it: 'Questa bozza è già stata pubblicata: per altre modifiche comincia una nuova bozza.',
  en: 'This draft has been published already: begin a new one for other changes.',
};
const IS_DISCARDED = {
  it: 'Questa bozza è stata scartata: ripristinala, se serve ancora.',
  en: 'This draft was discarded: restore it, if it is still needed.',
};

export async function readDraft(server: Server, id: string): Promise<DraftView | No> {
  return (await draftView(server, id)) ?? no('not-found');
}

/** Changes an open draft in one transaction that holds its row; the announcement goes with it. */
export async function changeDraft<T>(
  server: Server,
  id: string,
  change: (client: ClientBase, head: DraftHead) => Promise<T>,
): Promise<T | No> {
  return refusedAsValue(
    withTransaction(server.pool, async (client) => {
      await client.query('select from draft where id = $1 for update', [id]);
      const head = await draftHead(client, id);
      const refused = whyNot(head);
      if (refused) throw new Refused(refused);
      const result = await change(client, head!);
      if (result instanceof No) throw new Refused(result);
      await announce(client, id);
      return result;
    }),
  );
}

export async function renameDraft(server: Server, id: string, name: string) {
  const renamed = await changeDraft(server, id, (client) =>
    client.query('update draft set name = $2 where id = $1', [id, name]),
  );
  return renamed instanceof No ? renamed : undefined;
}

/** Puts a draft aside; a repeat changes nothing. */
export async function discardDraft(server: Server, id: string): Promise<No | undefined> {
  const { rowCount } = await server.pool.query(
    `update draft set discarded_at = $2
     where id = $1 and discarded_at is null and published_version is null`,
    [id, server.clock()],
  );
  const head = rowCount === 0 ? await draftHead(server.pool, id) : undefined;
  if (rowCount === 0 && head?.discardedAt == null) return whyNot(head);
  await announce(server.pool, id);
  return undefined;
}

const UNIQUE_VIOLATION = '23505';

/** Takes a discarded draft out again, unless another has begun the same new pathway since. */
export async function restoreDraft(server: Server, id: string): Promise<No | undefined> {
  try {
    const { rowCount } = await server.pool.query(
      'update draft set discarded_at = null where id = $1 and published_version is null',
      [id],
    );
    if (rowCount === 0) return whyNot(await draftHead(server.pool, id));
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return no('pathway-id-taken');
    throw error;
  }
  await announce(server.pool, id);
  return undefined;
}
