import {
  type CaseState,
  type Entry,
  type Replayed,
  sortedJson,
  versionsIn,
  walkTrace,
} from '@percorso/engine';
import type { Replay } from '../contract/cases.ts';
import type { Server } from '../server.ts';
import { digestOf, hashOf } from './chain.ts';
import { ENTRIES_AT_ONCE, inTurns } from './in-turns.ts';
import type { LoadedCase } from './load-case.ts';
import { MOVING, versionsOf } from './moving-entries.ts';

interface EntryRow {
  readonly revision: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly entered: string[];
  readonly left_steps: string[];
  readonly facts: string | null;
  readonly salt: Buffer | null;
  readonly digest: Buffer;
  readonly hash: Buffer;
}

/** Walks the trace again: does it give the stored snapshot, and is the chain unbroken? */
export async function replayCase(server: Server, loaded: LoadedCase): Promise<Replay> {
  const rows = await entryRows(server, loaded.id, loaded.revision);
  const moving = rows.filter(({ kind }) => MOVING.includes(kind));
  const erased = moving.filter(({ facts }) => facts === null).length;
  const replayed =
    erased > 0 ? undefined : await replayVersions(server, loaded, moving.map(entryOf));
  const state = replayed?.ok ? replayed.state : null;
  const matches = state !== null && sortedJson(state) === sortedJson(JSON.parse(loaded.snapshot));
  const stops = replayed && !replayed.ok ? (moving[replayed.at]?.revision ?? null) : null;
  return {
    matches,
    chainValid: isChainValid(loaded, rows),
    entries: rows.length,
    differsAt: stops ?? (state !== null && !matches ? loaded.revision : null),
    erased,
    state,
  };
}

/** The state that a case had at an earlier revision, and the version that it was on then. */
export async function replayTo(
  server: Server,
  loaded: LoadedCase,
  revision: number,
): Promise<{ readonly state: CaseState; readonly version: number }> {
  // All of them: later entries tell on which version the case began.
  const rows = await entryRows(server, loaded.id, loaded.revision);
  const moving = rows.filter(({ kind, facts }) => MOVING.includes(kind) && facts !== null);
  const count = moving.filter((row) => row.revision <= revision).length;
  const entries = moving.map(entryOf);
  const replayed = await replayVersions(server, loaded, entries, count);
  if (!replayed.ok) throw new Error('the trace does not replay');
  const [first] = versionsIn(entries, loaded.version);
  return { state: replayed.state, version: replayed.version ?? first! };
}

/** The first `count` entries, with all the versions that the case was on. */
async function replayVersions(
  server: Server,
  loaded: LoadedCase,
  entries: readonly Entry[],
  count = entries.length,
): Promise<Replayed> {
  const { first, versions } = await versionsOf(server, loaded, entries);
  return inTurns(walkTrace(first, entries.slice(0, count), versions), ENTRIES_AT_ONCE);
}

const entryOf = ({ facts }: EntryRow): Entry => JSON.parse(facts!) as Entry;

async function entryRows(server: Server, id: string, upTo: number): Promise<EntryRow[]> {
  const { rows } = await server.pool.query<EntryRow>({
    name: 'replay-entries',
    text: `SELECT revision, at, kind, actor_kind, actor_id, entered, left_steps, facts, salt,
        digest, hash
      FROM trace_entry WHERE case_id = $1 AND revision <= $2 ORDER BY revision`,
    values: [id, upTo],
  });
  return rows;
}

/** Erased facts are vouched for by their digest; facts that are there must give it. */
function isChainValid(loaded: LoadedCase, rows: readonly EntryRow[]): boolean {
  let previous: Buffer = Buffer.alloc(0);
  for (const [index, row] of rows.entries()) {
    const said = hashOf(previous, {
      caseId: loaded.id,
      revision: row.revision,
      at: row.at.toISOString(),
      kind: row.kind,
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      entered: row.entered,
      left: row.left_steps,
      digest: row.digest,
    });
    const isDigestRight =
      row.facts === null || (row.salt && digestOf(row.salt, row.facts).equals(row.digest));
    if (row.revision !== index + 1 || !isDigestRight || !said.equals(row.hash)) return false;
    previous = row.hash;
  }
  return rows.length === loaded.revision && previous.equals(loaded.lastHash);
}
