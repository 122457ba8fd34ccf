/** Where many youths deviated: the seed of the next redesign. */
import type { Entry } from '../case.ts';
import { DEVIATION_KINDS, type DeviationKind } from './deviation.ts';
import { standing } from './standing.ts';

export type DeviationCounts = Readonly<Partial<Record<DeviationKind, number>>>;

/**
 * How often cases deviated at each step, by kind; one list of entries for each case, whole, as only
 * so it is known what was undone. A deviation that was undone counts as nothing, and so does its
 * undoing. Steps have the keys of the version that the case was on.
 */
export function deviationsByStep(
  traces: Iterable<readonly Entry[]>,
): ReadonlyMap<string, DeviationCounts> {
  const counts = new Map<string, Partial<Record<DeviationKind, number>>>();
  for (const entries of traces) {
    for (const entry of deviationsIn(entries)) {
      const kind = entry.event.type as DeviationKind;
      for (const step of stepsOf(entry)) {
        const known = counts.get(step) ?? {};
        counts.set(step, { ...known, [kind]: (known[kind] ?? 0) + 1 });
      }
    }
  }
  return counts;
}

function deviationsIn(entries: readonly Entry[]): Entry[] {
  const events = entries.map(({ event }) => event);
  const held = new Set(standing(events));
  const isDeviation = ({ event }: Entry) =>
    (DEVIATION_KINDS as readonly string[]).includes(event.type);
  return entries.filter((entry, at) => {
    const { event } = entry;
    return event.type === 'undo'
      ? !isDeviation(entries[event.of]!)
      : held.has(at) && isDeviation(entry);
  });
}

/** Of those where the case was, the ones that it left; where none was left, all of them. */
function stepsOf({ event, at = [], left }: Entry): readonly string[] {
  if (event.type === 'skip') return [event.from];
  const gone = at.filter((step) => left.includes(step));
  return gone.length > 0 ? gone : at;
}
