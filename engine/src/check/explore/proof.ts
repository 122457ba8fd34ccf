/** Proves that an outcome can be reached from a configuration, whatever the facts are. */

import { few, isSingle, regionsIn, singles } from '../facts/split.ts';
import { openStore, type Store } from '../facts/store.ts';
import { type Explored, formOf } from './explore.ts';
import type { Landing, Model } from './model.ts';

/** How many answers are tried, and how often the facts are taken apart, before giving up. */
const ANSWER_COUNT_MAX = 64;
const SPLIT_COUNT_MAX = 300;
/** A few examples of what remains open are enough. */
const OPEN_COUNT_MAX = 4;

export interface Proof {
  /** By configuration: an outcome can be reached from it for certain. */
  readonly isSafe: readonly boolean[];
  /** By configuration that is not proven: the facts for which nothing was found. */
  readonly open: ReadonlyMap<number, readonly Store[]>;
}

export function proveOutcomes(model: Model, explored: Explored): Proof {
  const isSafe = explored.stores.map((_, number) => model.configurations[number]!.isDone);
  const before = new Map<number, Set<number>>();
  for (const { from, to } of explored.ways) {
    before.set(to, (before.get(to) ?? new Set()).add(from));
  }
  const open = new Map<number, readonly Store[]>();
  const numbers = [...isSafe.keys()];
  const queue = numbers.filter((number) => isSafe[number]);
  const waiting = new Set(numbers.filter((number) => !isSafe[number]));
  while (queue.length > 0) {
    const reached = queue.shift()!;
    for (const from of before.get(reached) ?? []) {
      if (isSafe[from]) continue;
      const rest = new Cover(model, from, isSafe).openOf(explored.stores[from]!);
      open.set(from, rest);
      if (rest.length > 0) continue;
      isSafe[from] = true;
      waiting.delete(from);
      queue.push(from);
    }
  }
  for (const number of waiting) {
    if (!open.has(number)) open.set(number, [explored.stores[number]!]);
  }
  for (const number of [...open.keys()]) if (isSafe[number]) open.delete(number);
  return { isSafe, open };
}

/** Whether, for all facts of a store, some happening leads from a configuration to a safe one. */
class Cover {
  private readonly model: Model;
  private readonly from: number;
  private readonly isSafe: readonly boolean[];
  private readonly open: Store[] = [];
  private splitCount = 0;

  constructor(model: Model, from: number, isSafe: readonly boolean[]) {
    this.model = model;
    this.from = from;
    this.isSafe = isSafe;
  }

  openOf(store: Store): readonly Store[] {
    const { space } = this.model;
    this.cover(openStore(space, store, undefined));
    return this.open;
  }

  private cover(store: Store): void {
    if (this.open.length >= OPEN_COUNT_MAX) return;
    const telling = new Set<number>();
    if (this.isCovered(store, telling)) return;
    const at = [...telling].find((index) => !isSingle(store[index]!));
    if (at === undefined || this.splitCount++ > SPLIT_COUNT_MAX) {
      this.open.push(store);
      return;
    }
    for (const region of regionsIn(store[at]!)) this.cover(store.with(at, region));
  }

  /** Gathers the facts on which it depends as it goes. */
  private isCovered(store: Store, telling: Set<number>): boolean {
    return this.model.happeningsIn(this.from).some((happening) => {
      const open = this.opened(store, formOf(this.model, happening));
      const landings = this.model.land(this.from, happening, open);
      if (landings.length > 0 && landings.every((one) => this.isGood(one))) return true;
      if (!landings.some((one) => this.isGood(one))) return false;
      this.noteTelling(landings, store, telling);
      const answers = singles(this.model.space, open, ['answer']);
      return [...few(answers, ANSWER_COUNT_MAX)].some((answered) =>
        this.model.land(this.from, happening, answered).every((one) => this.isGood(one)),
      );
    });
  }

  private opened(store: Store, form: string | undefined): Store {
    const { facts } = this.model.space;
    const open = openStore(this.model.space, store, form);
    return open.map((mask, at) => (facts[at]!.source === 'answer' ? mask : store[at]!));
  }

  private isGood({ to }: Landing): boolean {
    return typeof to === 'number' && this.isSafe[to] === true;
  }

  private noteTelling(landings: readonly Landing[], store: Store, telling: Set<number>): void {
    for (const [at, fact] of this.model.space.facts.entries()) {
      if (fact.source === 'answer') continue;
      if (landings.some((landing) => landing.store[at] !== store[at])) telling.add(at);
    }
  }
}
