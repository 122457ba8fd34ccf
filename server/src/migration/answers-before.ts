import type { ClientBase } from 'pg';

// Where nobody has answered for this draft or version yet, what was decided when people were last
// moved: whoever was left on an older version on purpose is not moved by the next plan unasked.
const BEFORE = `
select m.id from pathway_migration m
left join draft d on d.id = m.draft_id
where m.pathway_id = $1
  and (m.draft_id = $2 or m.to_version = $3 or d.published_version = $3 or m.started_at is not null)
order by (m.draft_id = $2 or m.to_version = $3 or d.published_version = $3) is true desc,
  m.created_at desc, m.id desc
limit 1 for share of m`;

/**
 * The preview or plan whose answers and exceptions a new one takes over; null: there is none. It
 * is held, so that nobody answers in it after they were copied and before the new one is there.
 */
export async function answeredBefore(
  client: ClientBase,
  pathwayId: string,
  { draft, version }: { readonly draft?: string; readonly version?: number },
): Promise<string | null> {
  const asked = [pathwayId, draft ?? null, version ?? null];
  const { rows } = await client.query<{ id: string }>(BEFORE, asked);
  return rows[0]?.id ?? null;
}

const EXCEPTIONS = `
insert into pathway_migration_case (migration_id, case_id, version, status, reason)
select n.id, m.case_id, c.version, 'kept', m.reason
from pathway_migration n, pathway_migration_case m join "case" c on c.id = m.case_id
where n.id = $1 and m.migration_id = $2 and m.status = 'kept' and c.pathway_id = n.pathway_id
  and c.status = 'active'`;

/** Whoever was excepted in one plan is so in another. */
export async function takeOverExceptions(
  client: ClientBase,
  id: string,
  from: string | null,
): Promise<void> {
  if (from !== null) await client.query(EXCEPTIONS, [id, from]);
}
