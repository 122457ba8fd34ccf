import type { Pool } from 'pg';
import { renamedIn } from '../drafts/renamed-steps.ts';

const DRAFTS = `
d.id = $4 or (d.pathway_id = $1 and d.published_version > $2
  and ($3::int is null or d.published_version <= $3))`;

type Renames = Readonly<Record<string, string>>;

const KNOWN_MAX = 16;
const known = new WeakMap<Pool, Map<string, Renames>>();

/**
 * The steps that got another key since a version, as the commands say: later keys by earlier ones.
 * `until` is a version, or a draft that builds on the newest. Between two versions that never
 * changes, and is read once: it is asked for with every batch of cases.
 */
export async function renamesSince(
  pool: Pool,
  pathway: string,
  version: number,
  until: { readonly version: number | null; readonly draft: string | null },
): Promise<Renames> {
  const read = () => renamedIn(pool, DRAFTS, [pathway, version, until.version, until.draft]);
  if (until.version === null || until.draft !== null) return read();
  const here = known.get(pool) ?? new Map<string, Renames>();
  known.set(pool, here);
  const key = `${pathway}@${version}-${until.version}`;
  const renames = here.get(key) ?? (await read());
  here.set(key, renames);
  if (here.size > KNOWN_MAX) here.delete(here.keys().next().value!);
  return renames;
}
