import {
  DEVIATION_KINDS,
  type DeviationKind,
  deviationsByStep,
  type Entry,
  versionsIn,
} from '@percorso/engine';
import type { DeviationCounts } from '../../contract/deviations.ts';
import { DEVIATION_KINDS_IN_SQL } from '../../database/deviation-kinds.ts';
import { type No, no } from '../../http/problems.ts';
import type { Server } from '../../server.ts';
import { MOVING, undoings } from '../moving-entries.ts';
import { pathwayVersion } from '../pathway-versions.ts';
import { stepSummary } from '../step-words.ts';

/** So many traces are in memory at once, and are counted before others have their turn. */
const PAGE_SIZE = 10;

// The index of deviations finds the few cases that have one; then their traces are read whole.
const PAGE = `
WITH page AS (
  SELECT DISTINCT e.case_id FROM trace_entry e JOIN "case" c ON c.id = e.case_id
  WHERE e.kind IN (${DEVIATION_KINDS_IN_SQL})
    AND c.pathway_id = $1 AND ($2::uuid IS NULL OR e.case_id > $2)
  ORDER BY e.case_id LIMIT $3
)
SELECT e.case_id AS "caseId", c.version, array_agg(e.kind ORDER BY e.revision) AS kinds,
  array_agg(e.facts ORDER BY e.revision) AS facts
FROM page JOIN trace_entry e USING (case_id) JOIN "case" c ON c.id = e.case_id
WHERE e.kind = ANY ($4) GROUP BY e.case_id, c.version ORDER BY e.case_id`;

interface Trace {
  readonly caseId: string;
  /** On which the case is now. */
  readonly version: number;
  readonly kinds: readonly Entry['event']['type'][];
  readonly facts: readonly (string | null)[];
}

type Counts = Partial<Record<DeviationKind, number>>;

interface Counted extends Omit<DeviationCounts, 'steps'> {
  readonly sums: Map<string, Counts>;
}

/** Where the cases of a pathway deviated, on whichever version; the traces are read page by page. */
export async function deviationCounts(
  server: Server,
  pathwayId: string,
): Promise<DeviationCounts | No> {
  const known = await server.pool.query('SELECT FROM pathway WHERE id = $1', [pathwayId]);
  if (known.rowCount === 0) return no('not-found');
  const counted: Counted = { cases: 0, unplaced: { cases: 0, total: 0 }, sums: new Map() };
  for (let after: string | null = null, page: Trace[] = []; ; after = page.at(-1)!.caseId) {
    page = await tracesAfter(server, pathwayId, after);
    for (const trace of page) countTrace(trace, counted);
    if (page.length < PAGE_SIZE) break;
  }
  const { cases, unplaced, sums } = counted;
  return { cases, unplaced, steps: await inWords(server, pathwayId, sums) };
}

async function tracesAfter({ pool }: Server, pathwayId: string, after: string | null) {
  const values = [pathwayId, after, PAGE_SIZE, MOVING];
  const { rows } = await pool.query<Trace>({ name: 'deviating-traces', text: PAGE, values });
  return rows;
}

/** Adds what a case did, as far as it still holds. */
function countTrace(trace: Trace, counted: Counted): void {
  const total = trace.facts.includes(null) ? countKinds(trace) : countSteps(trace, counted.sums);
  if (total === 0) return;
  counted.cases += 1;
  if (!trace.facts.includes(null)) return;
  counted.unplaced.cases += 1;
  counted.unplaced.total += total;
}

/**
 * Where facts were erased nothing is concluded about a person's way any more, and so nobody says
 * at which step it was; that there were deviations is told by the kinds of the entries.
 */
function countKinds({ kinds }: Trace): number {
  const undone = undoings(kinds);
  const by = new Map([...undone].map(([ended, at]) => [at, ended]));
  const isDeviation = (kind: string) => (DEVIATION_KINDS as readonly string[]).includes(kind);
  return kinds.filter((kind, at) =>
    kind === 'undo' ? !isDeviation(kinds[by.get(at)!]!) : isDeviation(kind) && !undone.has(at),
  ).length;
}

function countSteps(trace: Trace, sums: Map<string, Counts>): number {
  let total = 0;
  for (const [key, counts] of deviationsByStep([byVersion(trace)])) {
    const sum = { ...sums.get(key) };
    for (const kind of DEVIATION_KINDS) {
      const count = counts[kind] ?? 0;
      if (count > 0) sum[kind] = (sum[kind] ?? 0) + count;
      total += count;
    }
    sums.set(key, sum);
  }
  return total;
}

/** The entries of a case, each step named with the version that it is a step of. */
function byVersion({ version: current, facts }: Trace): Entry[] {
  const entries = facts.map((text) => JSON.parse(text!) as Entry);
  let version = versionsIn(entries, current)[0]!;
  return entries.map((entry) => {
    const { event } = entry;
    const named = (step: string) => `${version} ${step}`;
    const tagged = {
      ...entry,
      ...(event.type === 'skip' && { event: { ...event, from: named(event.from) } }),
      ...(entry.at && { at: entry.at.map(named) }),
      left: entry.left.map(named),
    };
    if (event.type === 'migrate' || event.type === 'take-back') version = event.to;
    return tagged;
  });
}

async function inWords(
  server: Server,
  pathwayId: string,
  sums: ReadonlyMap<string, Counts>,
): Promise<DeviationCounts['steps']> {
  const steps: DeviationCounts['steps'] = [];
  for (const [key, counts] of sums) {
    const [number, step] = key.split(' ') as [string, string];
    const version = Number(number);
    const { label } = stepSummary(await pathwayVersion(server, pathwayId, version), step);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    steps.push({ step, label, version, counts, total });
  }
  return steps.sort((a, b) => b.total - a.total || b.version - a.version);
}
