import type { Pool } from 'pg';

const TEXTS_MAX = 16;
const texts = new WeakMap<Pool, Map<string, string>>();

/** The text of a published version, for the threads. It never changes: it is read once. */
export async function documentText(pool: Pool, pathway: string, version: number): Promise<string> {
  const known = texts.get(pool) ?? new Map<string, string>();
  texts.set(pool, known);
  const key = `${pathway}@${version}`;
  const text = known.get(key) ?? (await read(pool, pathway, version));
  known.set(key, text);
  if (known.size > TEXTS_MAX) known.delete(known.keys().next().value!);
  return text;
}

async function read(pool: Pool, pathway: string, version: number): Promise<string> {
  const { rows } = await pool.query<{ document: string }>(
    'select document from pathway_version where pathway_id = $1 and version = $2',
    [pathway, version],
  );
  return rows[0]!.document;
}
