import type { ClientBase } from 'pg';
import type { DraftHead } from '../drafts/draft-rows.ts';
import type { Server } from '../server.ts';

const FRESH_MS = 60_000;

// The time passes for everybody: dates and ages are looked at anew after a while even where
// nobody has taken a step. Where somebody is held up, whoever asks may just have seen to that.
const FRESH = `
select m.id from pathway_migration m
where m.draft_id = $1 and m.draft_revision = $2 and m.created_at > $3
  and (m.status = 'computing' or m.status = 'planned'
  and m.plan->'isHeldUp' is distinct from 'true' and not exists (
    select from "case" c join participant p on p.id = c.participant_id
    left join pathway_migration_case k on k.migration_id = m.id and k.case_id = c.id
    where c.pathway_id = m.pathway_id and c.status = 'active' and p.erased_at is null
      and k.revision_before is distinct from c.revision
  ) and not exists (
    select from pathway_migration_case k join "case" c on c.id = k.case_id
    join participant p on p.id = c.participant_id
    where k.migration_id = m.id and (c.status <> 'active' or p.erased_at is not null)
  ))
order by m.created_at desc, m.id desc limit 1`;

/** A preview of the same draft that is being found out, or that would come out the same now. */
export async function freshPreview(
  server: Server,
  client: ClientBase,
  { id, revision }: DraftHead,
): Promise<string | undefined> {
  const since = new Date(server.clock().getTime() - FRESH_MS);
  const { rows } = await client.query<{ id: string }>(FRESH, [id, revision, since]);
  return rows[0]?.id;
}
