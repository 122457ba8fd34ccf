import type { MachineTransition } from '../document.ts';
import { sortedJson } from '../sorted-json.ts';

/** Which transition of a list became which; an index is absent where one was added or removed. */
export interface Aligned {
  readonly before?: number;
  readonly after?: number;
}

type List = readonly MachineTransition[];
type Likeness = (transition: MachineTransition) => string;

/** From the surest sign to the weakest: what is left is taken in its order. */
const SIGNS: readonly Likeness[] = [
  sortedJson,
  ({ target, guard }) => sortedJson([target, guard]),
  ({ target }) => sortedJson(target),
  ({ guard }) => sortedJson(guard),
  () => '',
];

/** In the order of the later list, then what was removed. */
export function align(before: List, after: List): Aligned[] {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const sign of SIGNS) {
    const open = new Map<string, number[]>();
    for (const [index, transition] of before.entries()) {
      if (taken.has(index)) continue;
      const key = sign(transition);
      open.set(key, [...(open.get(key) ?? []), index]);
    }
    for (const [index, transition] of after.entries()) {
      if (pairs.has(index)) continue;
      const match = open.get(sign(transition))?.shift();
      if (match === undefined) continue;
      pairs.set(index, match);
      taken.add(match);
    }
  }
  const kept = after.map((_, index) => {
    const match = pairs.get(index);
    return { after: index, ...(match !== undefined && { before: match }) };
  });
  const gone = before.flatMap((_, index) => (taken.has(index) ? [] : [{ before: index }]));
  return [...kept, ...gone];
}

/** Whether those in both lists stand in another order: the first that fits is taken, so it counts. */
export function isReordered(pairs: readonly Aligned[]): boolean {
  const earlier = pairs.flatMap(({ before, after }) =>
    before !== undefined && after !== undefined ? [before] : [],
  );
  return earlier.some((index, position) => position > 0 && index < earlier[position - 1]!);
}
