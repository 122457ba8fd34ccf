/** What a version allows: where a case can come to be at all, and from where it can still end. */
import type { CaseState, Pathway } from '../case.ts';
import {
  type Configuration,
  configurationOf,
  nameOf,
  numbersOf,
  ordersOf,
} from '../check/chart/configuration.ts';
import { explore, formOf, type Way } from '../check/explore/explore.ts';
import { Model } from '../check/explore/model.ts';
import { closedStore, openStore, type Store } from '../check/facts/store.ts';
import { isOutcomeReachable } from './outcome-reachable.ts';
import type { Books } from './passage.ts';

/** Whether something holds; `unknown` where the search was stopped before it could tell. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** How many places are looked at for one way to an outcome; most ways are a few steps long. */
const SPOT_COUNT_MAX = 2000;
/** Of the model, for one way to an outcome: about a second. */
const EFFORT_MAX = 50_000;

/** A server asks of each case with its own facts for weeks: answers are not kept for ever. */
const ANSWER_COUNT_MAX = 20_000;

/** After so many, it is worth asking whether there is any way at all. */
const NEAR_COUNT = 60;

interface Known {
  /** Configurations that have not ended, by the numbers of their steps. */
  readonly bySteps: ReadonlyMap<string, readonly Configuration[]>;
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  /** From where some way leads to an outcome. */
  readonly ending: ReadonlySet<number>;
}

interface Spot {
  readonly at: number;
  readonly store: Store;
}

export class Prospects {
  readonly configurationsMax: number;
  private readonly model: Model;
  private readonly outcomes = new Map<string, Certainty>();
  private known: Known | undefined;
  private isWhole = false;

  constructor(pathway: Pathway, configurationsMax: number) {
    this.model = new Model(pathway.document);
    this.configurationsMax = configurationsMax;
  }

  /** Whether a case that begins in this version can come to be just so, whatever its facts are. */
  reaches(state: CaseState): Certainty {
    const { names } = this.explored();
    if (names.has(nameOf(configurationOf(this.model.chart, state)))) return 'yes';
    return this.isWhole ? 'no' : 'unknown';
  }

  /** Whether everything was looked at. */
  isComplete(): boolean {
    this.explored();
    return this.isWhole;
  }

  /** How a case can be at the same steps, the closest to what it has first. */
  waysToBeAt(state: CaseState): Books[] {
    const wanted = configurationOf(this.model.chart, state);
    const same = this.explored().bySteps.get(numbersOf(wanted.present)) ?? [];
    return same
      .map((one) => ({ books: booksOf(one), distance: distanceOf(wanted, one) }))
      .sort((one, other) => one.distance - other.distance)
      .map(({ books }) => books);
  }

  /** The innermost steps of every place where a case can rest and has not ended, in order. */
  places(): string[][] {
    return [...this.explored().bySteps.values()].map(([first]) => {
      const leaves = [...first!.present].filter(({ children }) => children.length === 0);
      return leaves.sort((one, other) => one.order - other.order).map(({ key }) => key);
    });
  }

  /**
   * Whether something may happen that leads from a state to an outcome: exact for the machine and
   * for the case's own facts, with any answers and whatever the participant comes to be.
   */
  leadsToOutcome(state: CaseState): Certainty {
    const { chart, space } = this.model;
    const configuration = configurationOf(chart, state);
    const store = space.facts.map(({ source, bare, maskOf }) =>
      maskOf(source === 'case' ? state.data[bare] : undefined),
    );
    const from = { at: this.model.numberOf(configuration), store };
    const name = nameOfSpot(from);
    const answer =
      this.outcomes.get(name) ??
      (isOutcomeReachable(chart, configuration) ? this.search(from) : 'no');
    if (this.outcomes.size > ANSWER_COUNT_MAX) this.outcomes.clear();
    this.outcomes.set(name, answer);
    return answer;
  }

  private search(from: Spot): Certainty {
    const { cutCount: cutsBefore, effort: effortBefore } = this.model;
    const queue = [from];
    const seen = new Set([nameOfSpot(from)]);
    for (const [count, spot] of queue.entries()) {
      for (const next of this.after(spot)) {
        const name = nameOfSpot(next);
        const isEnd = this.model.configurations[next.at]!.isDone;
        if (isEnd || this.outcomes.get(name) === 'yes') return 'yes';
        if (!seen.has(name)) queue.push(next);
        seen.add(name);
      }
      if (count === NEAR_COUNT && this.neverEnds(from.at)) return 'no';
      const effort = this.model.effort - effortBefore;
      if (queue.length > SPOT_COUNT_MAX || effort > EFFORT_MAX) return 'unknown';
    }
    if (this.model.cutCount > cutsBefore) return 'unknown';
    // Everything that can follow was seen, and an outcome was not among it.
    for (const name of seen) this.outcomes.set(name, 'no');
    return 'no';
  }

  private *after({ at, store }: Spot): Generator<Spot> {
    for (const happening of this.model.happeningsIn(at)) {
      const open = openStore(this.model.space, store, formOf(this.model, happening));
      for (const landing of this.model.land(at, happening, open)) {
        if (typeof landing.to === 'string') continue;
        yield { at: landing.to, store: closedStore(this.model.space, landing.store) };
      }
    }
  }

  /** Whether no way leads to an outcome, even if every fact were corrected to what is needed. */
  private neverEnds(at: number): boolean {
    const { ending, numbers } = this.explored();
    return this.isWhole && numbers.has(at) && !ending.has(at);
  }

  private explored(): Known {
    if (this.known) return this.known;
    const { configurationsMax } = this;
    const { stores, ways, why } = explore(this.model, { mayCorrect: true, configurationsMax });
    const { configurations } = this.model;
    const numbers = [...stores.keys()].filter((at) => stores[at]);
    const ends = numbers.filter((at) => configurations[at]!.isDone);
    const open = numbers.map((at) => configurations[at]!).filter(({ isDone }) => !isDone);
    this.isWhole = why !== 'too-many';
    this.known = {
      bySteps: Map.groupBy(open, ({ present }) => numbersOf(present)),
      names: new Set(open.map(nameOf)),
      numbers: new Set(numbers),
      ending: beforeThem(ways, ends),
    };
    return this.known;
  }
}

/** Everything from where a way leads to one of these, and these. */
function beforeThem(ways: readonly Way[], these: readonly number[]): Set<number> {
  const before = Map.groupBy(ways, ({ to }) => to);
  const found = new Set(these);
  for (const one of found) for (const { from } of before.get(one) ?? []) found.add(from);
  return found;
}

function nameOfSpot({ at, store }: Spot): string {
  return `${at} ${store.join()}`;
}

const CONFIGURATION_COUNT_MAX = 20_000;
const known = new WeakMap<Pathway, Map<number, Prospects>>();

/**
 * Kept by version: finding out costs as much as checking the document. Beyond `configurationsMax`
 * nothing is looked at, and what was not found is unknown.
 */
export function prospectsOf(
  pathway: Pathway,
  configurationsMax = CONFIGURATION_COUNT_MAX,
): Prospects {
  const byMax = known.get(pathway) ?? new Map<number, Prospects>();
  known.set(pathway, byMax);
  const prospects = byMax.get(configurationsMax) ?? new Prospects(pathway, configurationsMax);
  byMax.set(configurationsMax, prospects);
  return prospects;
}

function booksOf({ activities, timers, memory }: Configuration): Books {
  const remembered = [...memory].map(([id, nodes]) => [id, nodes.map((node) => node.id)]);
  return {
    activities: [...activities],
    timers: [...timers],
    history: Object.fromEntries(remembered),
  };
}

/** To end what is under way weighs most, then to begin again what has ended. */
function distanceOf(wanted: Configuration, other: Configuration): number {
  const { activities, timers, memory } = wanted;
  const changedMemory = [...new Set([...memory.keys(), ...other.memory.keys()])].filter(
    (id) => ordersOf(memory.get(id) ?? []) !== ordersOf(other.memory.get(id) ?? []),
  );
  return (
    4 * countMissing(activities, other.activities) +
    2 * countMissing(other.activities, activities) +
    countMissing(timers, other.timers) +
    countMissing(other.timers, timers) +
    changedMemory.length
  );
}

function countMissing(these: ReadonlySet<string>, among: ReadonlySet<string>): number {
  return [...these].filter((one) => !among.has(one)).length;
}
