import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeDraft, whyNot } from './draft-state.ts';

/** A second pair of eyes on one revision: not those of whoever saved it, nor of who publishes it. */
export function approveDraft(
  server: Server,
  { params, reader, revision }: Asked<'approveDraft'>,
): Promise<undefined | No> {
  return changeDraft(server, params.id, async (client, head) => {
    const stale = whyNot(head, revision);
    if (stale) return stale;
    if (head.changedBy === reader.id) return no('approval-own');
    await client.query(
      `insert into draft_approval (draft_id, person_id, revision, at) values ($1, $2, $3, $4)
       on conflict (draft_id, person_id) do update set revision = $3, at = $4`,
      [params.id, reader.id, revision, server.clock()],
    );
    return undefined;
  });
}

export async function withdrawApproval(
  server: Server,
  { params, reader }: Asked<'withdrawApproval'>,
): Promise<undefined | No> {
  return changeDraft(server, params.id, async (client) => {
    await client.query('delete from draft_approval where draft_id = $1 and person_id = $2', [
      params.id,
      reader.id,
    ]);
    return undefined;
  });
}
