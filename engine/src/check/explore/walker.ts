/** Walks with facts that are fixed to one region each: what one participant can really meet. */
import type { Arrow } from '../chart/chart.ts';
import type { Happening } from '../chart/react.ts';
import { few, singles } from '../facts/split.ts';
import { openStore, type Store, storeAtStart } from '../facts/store.ts';
import { type Explored, formOf } from './explore.ts';
import type { Landing, Model } from './model.ts';

/** How many answers, participants and results of a step are tried. */
const VARIANT_COUNT_MAX = 64;

/** Where somebody is, and how they came there. */
export interface Spot {
  readonly at: number;
  /** One region of each fact of the case and of the participant; the answers of the step before. */
  readonly store: Store;
  readonly before: Spot | undefined;
  readonly happening: Happening | undefined;
  readonly stepCount: number;
}

export class Walker {
  private readonly model: Model;
  private readonly explored: Explored;

  constructor(model: Model, explored: Explored) {
    this.model = model;
    this.explored = explored;
  }

  /** Where a case with one of these participants may begin. */
  *starts(participants: Store): Generator<Spot> {
    for (const { to, store } of this.landings(participants)) {
      if (typeof to !== 'number') continue;
      yield { at: to, store, before: undefined, happening: undefined, stepCount: 0 };
    }
  }

  /** Beginnings that never come to rest; they are nowhere. */
  *endlessStarts(): Generator<{ spot: Spot; taken: readonly Arrow[] }> {
    const { facts } = this.model.space;
    for (const { to, store, taken } of this.landings(facts.map(() => -1))) {
      if (to !== 'endless') continue;
      const nowhere = { at: -1, before: undefined, happening: undefined, stepCount: 0 };
      yield { spot: { ...nowhere, store }, taken };
    }
  }

  private *landings(participants: Store): Generator<Landing> {
    const { space } = this.model;
    const start = storeAtStart(space).map((mask, at) =>
      space.facts[at]!.source === 'participant' ? mask & participants[at]! : mask,
    );
    for (const store of few(singles(space, start, ['participant', 'case']), VARIANT_COUNT_MAX)) {
      yield* this.model.land(undefined, undefined, store);
    }
  }

  /** Everything that can happen to somebody, with every answer that makes a difference. */
  *next(spot: Spot): Generator<Spot> {
    for (const happening of this.model.happeningsIn(spot.at)) {
      const seen = new Set<string>();
      for (const store of this.answered(spot, happening)) {
        for (const { to, store: after } of this.model.land(spot.at, happening, store)) {
          if (typeof to !== 'number') continue;
          const apart = singles(this.model.space, after, ['case']);
          for (const one of few(apart, VARIANT_COUNT_MAX)) {
            const name = this.nameOf({ at: to, store: one });
            if (seen.has(name)) continue;
            seen.add(name);
            const stepCount = spot.stepCount + 1;
            yield { at: to, store: one, before: spot, happening, stepCount };
          }
        }
      }
    }
  }

  /** The ways in which something that happens to somebody never comes to rest. */
  *endless(spot: Spot, happening: Happening): Generator<{ spot: Spot; taken: readonly Arrow[] }> {
    for (const store of this.answered(spot, happening)) {
      for (const { to, taken } of this.model.land(spot.at, happening, store)) {
        if (to !== 'endless') continue;
        yield { spot: { ...spot, store, before: spot, happening }, taken };
      }
    }
  }

  private answered(spot: Spot, happening: Happening): Iterable<Store> {
    const { space } = this.model;
    const open = openStore(space, spot.store, formOf(this.model, happening));
    const answers = open.map((mask, at) =>
      space.facts[at]!.source === 'answer' ? mask : spot.store[at]!,
    );
    return few(singles(space, answers, ['answer']), VARIANT_COUNT_MAX);
  }

  /** Whether the facts are among those wanted; answers don't last. */
  isWithin(store: Store, wanted: Store): boolean {
    return store.every(
      (mask, at) => this.model.space.facts[at]!.source === 'answer' || (mask & wanted[at]!) !== 0,
    );
  }

  /** The same for spots from which the same can follow. */
  nameOf({ at, store }: Pick<Spot, 'at' | 'store'>): string {
    const { facts } = this.model.space;
    return `${at}:${store.filter((_, index) => facts[index]!.source !== 'answer').join()}`;
  }

  /** Steps from every configuration to one of these, along everything that may happen. */
  distances(goals: readonly number[]): Map<number, number> {
    const before = Map.groupBy(this.explored.ways, (way) => way.to);
    return spread(goals, (at) => (before.get(at) ?? []).map(({ from }) => from));
  }

  /** Steps from one of these to every configuration. */
  distancesFrom(starts: readonly number[]): Map<number, number> {
    const after = Map.groupBy(this.explored.ways, (way) => way.from);
    return spread(starts, (at) => (after.get(at) ?? []).map(({ to }) => to));
  }
}

function spread(from: readonly number[], next: (at: number) => number[]): Map<number, number> {
  const distance = new Map(from.map((one) => [one, 0]));
  // A map hears of what is added to it while it is gone through.
  for (const [at, count] of distance) {
    for (const to of next(at)) if (!distance.has(to)) distance.set(to, count + 1);
  }
  return distance;
}
