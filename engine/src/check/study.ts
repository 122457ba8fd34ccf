/** What the checks of behaviour look at: all that a case can do, and what is proven of it. */
import type { ChartNode } from './chart/chart.ts';
import { isComplete } from './chart/completion.ts';
import { nameOf } from './chart/configuration.ts';
import { type Explored, type ExploreOptions, explore } from './explore/explore.ts';
import type { Model } from './explore/model.ts';
import { type Proof, proveOutcomes } from './explore/proof.ts';
import { fateOf, waysTo } from './explore/search.ts';
import { type Spot, Walker } from './explore/walker.ts';

/** How many configurations that are not proven are looked into, and how many ways to each. */
const SUSPECT_COUNT_MAX = 12;
const WAY_COUNT_MAX = 3;

/** Where somebody can really come and never reach an outcome. */
export interface Doom {
  readonly kind: 'dead' | 'round';
  readonly spot: Spot;
  /** The steps that are to blame. */
  readonly steps: readonly ChartNode[];
}

export interface Study {
  readonly model: Model;
  readonly explored: Explored;
  readonly walker: Walker;
  /** One for each place. */
  readonly dooms: readonly Doom[];
  /** Configurations that were neither proven nor refuted. */
  readonly openCount: number;
}

export function studyOf(model: Model, options: ExploreOptions): Study {
  const explored = explore(model, options);
  const walker = new Walker(model, explored);
  const nothing = { dooms: [], openCount: 0 };
  // Half an exploration proves nothing about outcomes: a way out may lie in the other half.
  const found = explored.isComplete ? findDooms(model, walker, explored) : nothing;
  return { model, explored, walker, ...found };
}

function findDooms(model: Model, walker: Walker, explored: Explored) {
  const proof = proveOutcomes(model, explored);
  const dooms = new Map<string, Doom>();
  const seen = new Set<number>();
  let lookedInto = 0;
  let openCount = 0;
  for (const suspect of nearestFirst(model, walker, explored, [...proof.open.keys()])) {
    if (seen.has(suspect)) continue;
    const mayLook = lookedInto++ < SUSPECT_COUNT_MAX;
    const doom = mayLook ? doomAt(model, walker, proof, suspect, seen) : undefined;
    if (!doom) openCount += 1;
    else {
      const name = `${doom.kind} ${doom.steps.map(({ order }) => order)}`;
      if (!dooms.has(name)) dooms.set(name, doom);
    }
  }
  return { dooms: [...dooms.values()], openCount };
}

/**
 * In an order that does not depend on the one in which they were found. Where regions that know
 * nothing of each other are under way they go on to rest, and what is the matter is said there.
 */
function nearestFirst(
  { configurations, turns }: Model,
  walker: Walker,
  { starts }: Explored,
  suspects: readonly number[],
): number[] {
  const distance = walker.distancesFrom(starts);
  const far = (at: number) => distance.get(at) ?? Number.POSITIVE_INFINITY;
  const resting = suspects.filter((at) => turns.isAtRest(configurations[at]!));
  const named = resting.map((at) => ({ at, name: nameOf(configurations[at]!) }));
  return named
    .sort((a, b) => far(a.at) - far(b.at) || (a.name < b.name ? -1 : 1))
    .map(({ at }) => at);
}

function doomAt(
  model: Model,
  walker: Walker,
  { open, isSafe }: Proof,
  at: number,
  seen: Set<number>,
): Doom | undefined {
  for (const store of open.get(at)!) {
    let count = 0;
    for (const spot of waysTo(walker, { at, store })) {
      const fate = fateOf(walker, spot, (number) => isSafe[number] === true, seen);
      if (fate.kind !== 'open') return doomOf(model, fate.kind, fate.spots);
      if (++count >= WAY_COUNT_MAX) break;
    }
  }
  return undefined;
}

/** Of all the places, the one where the fewest steps are to blame, and the nearest of those. */
function doomOf(model: Model, kind: Doom['kind'], spots: readonly Spot[]): Doom {
  const resting = spots.filter(({ at }) => model.turns.isAtRest(model.configurations[at]!));
  const dooms = (resting.length > 0 ? resting : spots).map((spot) => ({
    ...{ kind, spot },
    steps: blamed(model, spot.at),
  }));
  const orders = ({ steps }: Doom) => steps.map(({ order }) => order);
  return dooms.reduce((best, one) => {
    const [some, other] = [orders(best), orders(one)];
    const isFewer = other.length - some.length || one.spot.stepCount - best.spot.stepCount;
    return (isFewer || compared(other, some)) < 0 ? one : best;
  });
}

function compared(some: readonly number[], other: readonly number[]): number {
  const at = some.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : some[at]! - other[at]!;
}

/** The innermost steps that have not come to an end; where all have, the group that is complete. */
function blamed(model: Model, at: number): readonly ChartNode[] {
  const steps = innermost(model, at);
  const open = steps.filter(({ type }) => type !== 'final');
  if (open.length > 0) return open;
  const { present } = model.configurations[at]!;
  const isDone = (one: ChartNode) => one.type === 'parallel' && isComplete(one, present);
  const groups = [...present].filter((one) => isDone(one) && !one.around.some(isDone));
  return groups.length > 0 ? groups : steps;
}

/** The steps of a configuration that contain no other step, in the order of the document. */
export function innermost(model: Model, at: number): readonly ChartNode[] {
  const { present } = model.configurations[at]!;
  return [...present]
    .filter((node) => node.type === 'atomic' || node.type === 'final')
    .sort((one, other) => one.order - other.order);
}
