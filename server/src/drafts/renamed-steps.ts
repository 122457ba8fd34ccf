import type { Pool } from 'pg';

const RENAMES = `
select e.edits from draft d join draft_edit e on e.draft_id = d.id
where d.pathway_id = $1 and d.published_version = $2 order by e.revision`;

interface NamedEdit {
  readonly name: string;
  readonly parameters?: { readonly step?: unknown; readonly to?: unknown } | null;
}

/**
 * The steps that got another key while a version was drawn, as the commands say: later keys by
 * earlier ones. Hints only: what was undone or done by hand is not known here.
 */
export async function renamedSteps(
  pool: Pool,
  pathway: string,
  version: number,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool.query<{ edits: NamedEdit[] }>(RENAMES, [pathway, version]);
  return followed(rows.flatMap(({ edits }) => edits));
}

/** A step that was renamed twice has one name before and one after. */
export function followed(edits: readonly NamedEdit[]): Readonly<Record<string, string>> {
  const laterByEarlier = new Map<string, string>();
  for (const { name, parameters } of edits) {
    const { step, to } = parameters ?? {};
    if (name !== 'rename-step' || typeof step !== 'string' || typeof to !== 'string') continue;
    const earlier = [...laterByEarlier].find(([, later]) => later === step)?.[0] ?? step;
    laterByEarlier.set(earlier, to);
  }
  // Object.fromEntries makes own properties, whatever their names.
  return Object.fromEntries([...laterByEarlier].filter(([earlier, later]) => earlier !== later));
}
