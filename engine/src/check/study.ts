/** What the checks of behaviour look at: all that a case can do, and what is proven of it. */
import type { ChartNode } from './chart/chart.ts';
import { type Explored, type ExploreOptions, explore } from './explore/explore.ts';
import type { Model } from './explore/model.ts';
import { type Proof, proveOutcomes } from './explore/proof.ts';
import { type Fate, fateOf, waysTo } from './explore/search.ts';
import { type Spot, Walker } from './explore/walker.ts';

/** How many configurations that are not proven are looked into, and how many ways to each. */
const SUSPECT_COUNT_MAX = 12;
const WAY_COUNT_MAX = 3;

export interface Doom {
  readonly spot: Spot;
  readonly fate: Extract<Fate, { kind: 'doomed' }>;
}

export interface Study {
  readonly model: Model;
  readonly explored: Explored;
  readonly walker: Walker;
  /** Where somebody can really come and never reach an outcome; one for each place. */
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
  const dooms: Doom[] = [];
  const told = new Set<number>();
  const suspects = [...proof.open.keys()].sort((a, b) => a - b);
  let openCount = 0;
  for (const [count, suspect] of suspects.entries()) {
    if (told.has(suspect)) continue;
    const doom = count < SUSPECT_COUNT_MAX ? doomAt(walker, proof, suspect) : undefined;
    if (!doom) openCount += 1;
    else {
      dooms.push(doom);
      for (const at of doom.fate.at) told.add(at);
    }
  }
  return { dooms, openCount };
}

function doomAt(walker: Walker, { open, isSafe }: Proof, at: number): Doom | undefined {
  for (const store of open.get(at)!) {
    let count = 0;
    for (const spot of waysTo(walker, { at, store })) {
      const fate = fateOf(walker, spot, (number) => isSafe[number] === true);
      if (fate.kind === 'doomed') return { spot, fate };
      if (++count >= WAY_COUNT_MAX) break;
    }
  }
  return undefined;
}

/** The steps of a configuration that contain no other step. */
export function innermost(model: Model, at: number): readonly ChartNode[] {
  const { present } = model.configurations[at]!;
  return [...present].filter((node) => node.type === 'atomic' || node.type === 'final');
}
