import type { Pool } from 'pg';
import { followed } from '../drafts/renamed-steps.ts';

const EDITS = `
select e.edits from draft d join draft_edit e on e.draft_id = d.id
where d.id = $4 or (d.pathway_id = $1 and d.published_version > $2
  and ($3::int is null or d.published_version <= $3))
order by d.published_version nulls last, e.revision`;

type Edits = Parameters<typeof followed>[0];

/**
 * The steps that got another key since a version, as the commands say: later keys by earlier ones.
 * `until` is a version, or a draft that builds on the newest.
 */
export async function renamesSince(
  pool: Pool,
  pathway: string,
  version: number,
  until: { readonly version: number | null; readonly draft: string | null },
): Promise<Readonly<Record<string, string>>> {
  const asked = [pathway, version, until.version, until.draft];
  const { rows } = await pool.query<{ edits: Edits }>(EDITS, asked);
  return followed(rows.flatMap(({ edits }) => edits));
}
