import type { ClientBase } from 'pg';
import { Refused, refusedAsValue } from '../case/refusal.ts';
import { withTransaction } from '../database/transaction.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import { stopMovesTo } from '../migration/other-plans.ts';
import type { Server } from '../server.ts';
import { announcePathway } from './announce.ts';

// Where all are withdrawn the newest stays the base of drafts, and no case begins.
const SET_CURRENT = `
update pathway w set current_version = coalesce(
  (select max(version) from pathway_version v where v.pathway_id = w.id and not exists (
    select from version_withdrawal x
    where x.pathway_id = v.pathway_id and x.version = v.version and x.restored_at is null)),
  (select max(version) from pathway_version v where v.pathway_id = w.id))
where w.id = $1`;

/** The current version is the newest that is not withdrawn. The pathway's row is held. */
export async function setCurrentVersion(client: ClientBase, pathway: string): Promise<void> {
  await client.query(SET_CURRENT, [pathway]);
}

/**
 * No new case begins on the version, and nobody more is moved to it; a repeat changes nothing, not
 * even the note.
 */
export function withdrawVersion(
  server: Server,
  { params, body, reader }: Asked<'withdrawVersion'>,
): Promise<undefined | No> {
  return withHeldVersion(server, params, async (client) => {
    await client.query(
      `insert into version_withdrawal (id, pathway_id, version, at, person_id, note)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (pathway_id, version) where restored_at is null do nothing`,
      [server.newId(), params.id, params.version, server.clock(), reader.id, body.note],
    );
    await stopMovesTo(server, client, params.id, params.version);
  });
}

export function restoreVersion(
  server: Server,
  { params, reader }: Asked<'restoreVersion'>,
): Promise<undefined | No> {
  return withHeldVersion(server, params, (client) =>
    client.query(
      `update version_withdrawal set restored_at = $3, restored_by = $4
       where pathway_id = $1 and version = $2 and restored_at is null`,
      [params.id, params.version, server.clock(), reader.id],
    ),
  );
}

function withHeldVersion(
  server: Server,
  { id, version }: { readonly id: string; readonly version: number },
  change: (client: ClientBase) => Promise<unknown>,
): Promise<undefined | No> {
  return refusedAsValue(
    withTransaction(server.pool, async (client) => {
      await client.query('select from pathway where id = $1 for update', [id]);
      const { rowCount } = await client.query(
        'select from pathway_version where pathway_id = $1 and version = $2',
        [id, version],
      );
      if (rowCount === 0) throw new Refused(no('not-found'));
      await change(client);
      await setCurrentVersion(client, id);
      await announcePathway(client, id);
      return undefined;
    }),
  );
}
