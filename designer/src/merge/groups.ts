import type { Part, Parts } from './part.ts';
import { differs, type Row, type Side } from './row.ts';

/** Parts that come from one side together: one question. By their ids. */
export type Group = ReadonlySet<string>;

/** Groups that have a part in common become one. */
export function joined(groups: readonly Group[]): readonly Group[] {
  const found: Set<string>[] = [];
  for (const group of groups) {
    const touching = found.filter((one) => [...group].some((id) => one.has(id)));
    for (const one of touching) found.splice(found.indexOf(one), 1);
    found.push(new Set([...group, ...touching.flatMap((one) => [...one])]));
  }
  return found;
}

/** Changes until nothing more has to be asked together. */
export function sizeOf(groups: readonly Group[]): string {
  return `${groups.length} ${groups.reduce((sum, { size }) => sum + size, 0)}`;
}

/** The parts of the merged document when each group comes from the side that is named for it. */
export function outcome(
  rows: readonly Row[],
  groups: readonly Group[],
  sideOf: (group: Group) => Side,
): Parts {
  const sides = new Map<string, Side>();
  for (const group of groups) for (const id of group) sides.set(id, sideOf(group));
  const parts = new Map<string, Part>();
  for (const row of rows) {
    const side = sides.get(row.id);
    const part = side ? row[side] : row.merged;
    if (part && part !== 'asks') parts.set(row.id, part);
  }
  return parts;
}

/** A group of those rows for which it matters. */
export function groupOf(rows: readonly Row[]): Group {
  return new Set(rows.filter(differs).map(({ id }) => id));
}
