import type { Store } from '../facts/store.ts';
import type { Spot, Walker } from './walker.ts';

/** How many spots are looked at for one question. */
const SPOT_COUNT_MAX = 3000;

export interface Goal {
  readonly at: number;
  /** The facts that are wanted there; any of the regions will do. */
  readonly store: Store;
}

/** Ways for one participant to a configuration with certain facts, the likely ones first. */
export function* waysTo(walker: Walker, goal: Goal): Generator<Spot> {
  const distance = walker.distances([goal.at]);
  const queues: Spot[][] = [];
  const seen = new Set<string>();
  const push = (spot: Spot) => {
    const far = distance.get(spot.at);
    const name = walker.nameOf(spot);
    if (far === undefined || seen.has(name)) return;
    seen.add(name);
    const cost = 2 * far + spot.stepCount;
    queues[cost] = [...(queues[cost] ?? []), spot];
  };
  for (const start of walker.starts(goal.store)) push(start);
  for (let count = 0; count < SPOT_COUNT_MAX; count++) {
    const nearest = queues.find((queue) => queue && queue.length > 0);
    if (!nearest) return;
    const spot = nearest.shift()!;
    if (spot.at === goal.at && walker.isWithin(spot.store, goal.store)) yield spot;
    for (const next of walker.next(spot)) push(next);
  }
}

export type Fate =
  | { readonly kind: 'open' }
  | { readonly kind: 'dead' | 'round'; readonly spots: readonly Spot[] };

/**
 * Whether somebody can still reach an outcome. When everything that can happen was looked at and
 * none is there: `dead` with the places where nothing can happen any more, or else `round` with all
 * the places where they go round; `seen` is told of every configuration on the way.
 */
export function fateOf(
  walker: Walker,
  from: Spot,
  isSafe: (at: number) => boolean,
  seen: Set<number>,
): Fate {
  const names = new Set([walker.nameOf(from)]);
  const spots = [from];
  const dead: Spot[] = [];
  for (const spot of spots) {
    if (isSafe(spot.at) || names.size > SPOT_COUNT_MAX) return { kind: 'open' };
    let count = 0;
    for (const next of walker.next(spot)) {
      count += 1;
      const name = walker.nameOf(next);
      if (!names.has(name)) spots.push(next);
      names.add(name);
    }
    if (count === 0) dead.push(spot);
  }
  for (const { at } of spots) seen.add(at);
  return dead.length > 0 ? { kind: 'dead', spots: dead } : { kind: 'round', spots };
}
