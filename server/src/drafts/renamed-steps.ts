import type { Pool } from 'pg';

/** The commands that give a step another key. */
const RENAMING = ['rename-step'];

// Whatever else was drawn stays in the database: of a long-drawn pathway it is megabytes.
const RENAMES = (drafts: string) => `
select r.edit from draft d join draft_edit e on e.draft_id = d.id,
  jsonb_array_elements(e.edits) with ordinality as r(edit, position)
where (${drafts}) and r.edit ->> 'name' in (${RENAMING.map((name) => `'${name}'`).join()})
order by d.published_version nulls last, e.revision, r.position`;

interface NamedEdit {
  readonly name: string;
  readonly parameters?: { readonly step?: unknown; readonly to?: unknown } | null;
}

/**
 * The steps that got another key while a version was drawn, as the commands say: later keys by
 * earlier ones. Hints only: what was undone or done by hand is not known here.
 */
export function renamedSteps(
  pool: Pool,
  pathway: string,
  version: number,
): Promise<Readonly<Record<string, string>>> {
  return renamedIn(pool, 'd.pathway_id = $1 and d.published_version = $2', [pathway, version]);
}

/** The same over several drafts `d`, the published ones by their versions and then others. */
export async function renamedIn(
  pool: Pool,
  drafts: string,
  values: readonly unknown[],
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool.query<{ edit: NamedEdit }>(RENAMES(drafts), [...values]);
  return followed(rows.map(({ edit }) => edit));
}

/** A step that was renamed twice has one name before and one after. */
export function followed(edits: readonly NamedEdit[]): Readonly<Record<string, string>> {
  const laterByEarlier = new Map<string, string>();
  const earlierByLater = new Map<string, string>();
  for (const { name, parameters } of edits) {
    const { step, to } = parameters ?? {};
    if (!RENAMING.includes(name) || typeof step !== 'string' || typeof to !== 'string') continue;
    const earlier = earlierByLater.get(step) ?? step;
    earlierByLater.delete(step);
    earlierByLater.set(to, earlier);
    laterByEarlier.set(earlier, to);
  }
  // Object.fromEntries makes own properties, whatever their names.
  return Object.fromEntries([...laterByEarlier].filter(([earlier, later]) => earlier !== later));
}
