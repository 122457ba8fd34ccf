import type { Pool } from 'pg';

/** The commands that give a step another key, each with the parameter that says which. */
const RENAMING = new Map([
  ['rename-step', 'to'],
  ['replace-step', 'by'],
]);
const COMMANDS = [...RENAMING.keys()].map((name) => `'${name}'`).join();

// Whatever else was drawn stays in the database: of a long-drawn pathway it is megabytes.
const RENAMES = (drafts: string) => `
select r.edit from draft d join draft_edit e on e.draft_id = d.id,
  jsonb_array_elements(e.edits) with ordinality as r(edit, position)
where (${drafts}) and r.edit ->> 'name' in (${COMMANDS})
order by d.published_version nulls last, e.revision, r.position`;

interface NamedEdit {
  readonly name: string;
  readonly parameters?: unknown;
}

/** Which step an edit gave another key; nothing where it gave none, or doesn't say so. */
export function renamingOf({ name, parameters }: NamedEdit) {
  const key = RENAMING.get(name);
  if (key === undefined) return undefined;
  const { step, [key]: to } = (parameters ?? {}) as Readonly<Record<string, unknown>>;
  return typeof step === 'string' && typeof to === 'string' ? { step, to } : undefined;
}

/**
 * The steps that got another key while a version was drawn, as the commands say: later keys by
 * earlier ones. Hints only: what was done by hand is not known here.
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
  for (const { step, to } of edits.flatMap((edit) => renamingOf(edit) ?? [])) {
    const earlier = earlierByLater.get(step) ?? step;
    earlierByLater.delete(step);
    earlierByLater.set(to, earlier);
    laterByEarlier.set(earlier, to);
  }
  // Object.fromEntries makes own properties, whatever their names.
  return Object.fromEntries([...laterByEarlier].filter(([earlier, later]) => earlier !== later));
}
