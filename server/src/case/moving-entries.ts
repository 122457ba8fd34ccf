import { DEVIATION_KINDS, type Entry, Holding, type Pathway, versionsIn } from '@percorso/engine';
import type { Pool } from 'pg';
import type { Server } from '../server.ts';
import type { LoadedCase } from './load-case.ts';
import { pathwayVersion } from './pathway-versions.ts';

/** The kinds of entries that move the machine or its version; the others are administrative. */
export const MOVING: readonly string[] = [
  'start',
  'action',
  'done',
  'failed',
  'timer',
  'correct',
  ...DEVIATION_KINDS,
  'migrate',
  'take-back',
];

/** One step of a case, and who took it. */
interface MovingEntry {
  readonly revision: number;
  readonly at: Date;
  readonly actorKind: 'person' | 'youth' | 'system';
  readonly actor: string | null;
  readonly facts: string | null;
}

/** The steps of a case, read and parsed once. */
export interface Trace {
  readonly steps: readonly MovingEntry[];
  /** What the engine made of each step; undefined where any was erased. */
  readonly entries: readonly Entry[] | undefined;
}

/** The steps up to the revision that was loaded, the first one first; erased ones have no facts. */
export async function readTrace(pool: Pool, loaded: LoadedCase): Promise<Trace> {
  const { rows } = await pool.query<MovingEntry>({
    name: 'moving-entries',
    text: `SELECT e.revision, e.at, e.actor_kind AS "actorKind", p.name AS actor, e.facts
      FROM trace_entry e LEFT JOIN person p ON p.id = e.actor_id
      WHERE e.case_id = $1 AND e.revision <= $2 AND e.kind = ANY ($3) ORDER BY e.revision`,
    values: [loaded.id, loaded.revision, MOVING],
  });
  return { steps: rows, entries: entriesOf(rows) };
}

function entriesOf(rows: readonly MovingEntry[]): Entry[] | undefined {
  if (rows.some(({ facts }) => facts === null)) return undefined;
  return rows.map(({ facts }) => JSON.parse(facts!) as Entry);
}

/** The versions that a replay of these entries needs; `first` is the one that the case began on. */
export async function versionsOf(
  server: Server,
  loaded: LoadedCase,
  entries: readonly Entry[],
): Promise<{ readonly first: Pathway; readonly versions: ReadonlyMap<number, Pathway> }> {
  const numbers = versionsIn(entries, loaded.version);
  const pathways = numbers.map((version) => pathwayVersion(server, loaded.pathwayId, version));
  const found = await Promise.all(pathways);
  const versions = new Map(numbers.map((version, at) => [version, found[at]!]));
  return { first: found[0]!, versions };
}

/** Of entries of these kinds, all of them moving: which one undid which, by their indexes. */
export function undoings(kinds: readonly string[]): ReadonlyMap<number, number> {
  const holding = new Holding();
  const undone = new Map<number, number>();
  for (const [at, kind] of kinds.entries()) {
    for (const ended of holding.take(kind as Entry['event']['type'])) undone.set(ended, at);
  }
  return undone;
}
