import { compile, type Pathway, parseDocument } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import type { Server } from '../server.ts';

/** A compiled version holds some 66 kB, so the cache is bounded; the least used one goes first. */
const CACHE_SIZE_MAX = 64;

const caches = new WeakMap<Pool, Map<string, Pathway>>();

/** A published version, compiled. Versions are immutable, so what was compiled once stays right. */
export async function pathwayVersion(
  { pool }: Pick<Server, 'pool'>,
  id: string,
  version: number,
  on: Pool | ClientBase = pool,
): Promise<Pathway> {
  const cache = cacheOf(pool);
  const key = `${id}@${version}`;
  const known = cache.get(key);
  const pathway = known ?? (await compileVersion(on, id, version));
  if (known) cache.delete(key);
  cache.set(key, pathway);
  if (cache.size > CACHE_SIZE_MAX) cache.delete(cache.keys().next().value!);
  return pathway;
}

// The current version is the newest that is not withdrawn, or the newest where all of them are.
const CURRENT_VERSION = `
SELECT current_version FROM pathway p WHERE id = $1 AND NOT EXISTS (
  SELECT FROM version_withdrawal w
  WHERE w.pathway_id = p.id AND w.version = p.current_version AND w.restored_at IS NULL)`;

/**
 * The version on which new cases of a pathway begin; undefined when there is no such pathway, or
 * all its versions are withdrawn.
 */
export async function currentVersion(
  on: Pool | ClientBase,
  id: string,
): Promise<number | undefined> {
  const { rows } = await on.query<{ current_version: number }>({
    name: 'current-version',
    text: CURRENT_VERSION,
    values: [id],
  });
  return rows[0]?.current_version;
}

function cacheOf(pool: Pool): Map<string, Pathway> {
  const cache = caches.get(pool) ?? new Map<string, Pathway>();
  caches.set(pool, cache);
  return cache;
}

async function compileVersion(
  on: Pool | ClientBase,
  id: string,
  version: number,
): Promise<Pathway> {
  const { rows } = await on.query<{ document: string }>({
    name: 'pathway-version',
    text: 'SELECT document FROM pathway_version WHERE pathway_id = $1 AND version = $2',
    values: [id, version],
  });
  const parsed = parseDocument(rows[0]?.document);
  // Only documents that parse are ever stored; anything else is damage to the database.
  if (!parsed.ok) {
    const { code, path } = parsed.problems[0]!;
    throw new Error(`pathway ${id} version ${version} does not parse: ${code} at ${path}`);
  }
  return compile(parsed.document);
}

/** The pathways on which new cases can begin, each with its current version. */
export async function currentVersions(
  on: Pool | ClientBase,
): Promise<{ id: string; version: number }[]> {
  const { rows } = await on.query<{ id: string; version: number }>(
    'SELECT id, current_version AS version FROM pathway ORDER BY id',
  );
  return rows;
}
