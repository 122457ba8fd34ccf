/** Finds every configuration that a case may be in, and what may be known of its facts there. */
import { own } from '../../parse/scope.ts';
import { compiled } from '../../pathway.ts';
import type { Arrow, ChartNode } from '../chart/chart.ts';
import type { Happening } from '../chart/react.ts';
import { declaredStore } from '../facts/declared-store.ts';
import {
  closedStore,
  includes,
  joined,
  openStore,
  type Store,
  storeAtStart,
} from '../facts/store.ts';
import type { Landing, Model } from './model.ts';

const CONFIGURATION_COUNT_MAX = 20_000;
/** A hundred times what the largest pathway of the programme takes; less than a minute. */
const EFFORT_MAX = 1_000_000;

export interface ExploreOptions {
  /** How many configurations may be looked at; 20,000 when absent. */
  readonly configurationsMax?: number;
  /** Told now and then how many configurations were found; false from it ends the exploration. */
  readonly onProgress?: (configurations: number) => boolean;
  /**
   * Facts may be corrected to anything at any moment: more can happen, and every configuration is
   * looked at once. The stores are then all that is declared.
   */
  readonly mayCorrect?: boolean;
}

export interface Way {
  readonly from: number;
  readonly happening: Happening;
  readonly to: number;
}

export interface Explored {
  /** By configuration: what may be known of the facts. The first configuration is the start. */
  readonly stores: readonly Store[];
  readonly starts: readonly number[];
  readonly ways: readonly Way[];
  /** Every arrow that may be taken somewhere. */
  readonly taken: ReadonlySet<Arrow>;
  /** Every step that may be entered, though it be left again at once. */
  readonly entered: ReadonlySet<ChartNode>;
  /** What may never come to rest; without `from` it is the beginning of a case. */
  readonly endless: readonly Endless[];
  readonly isComplete: boolean;
  readonly why?: 'too-many' | 'stopped' | 'endless';
}

export interface Endless {
  readonly from: number | undefined;
  readonly happening: Happening | undefined;
}

const PROGRESS_EVERY = 200;

/**
 * From the start along everything that can happen. Facts are followed for each configuration alone,
 * whatever way led there, so more may seem possible than is: what is found impossible, is.
 */
export function explore(model: Model, options: ExploreOptions = {}): Explored {
  const walk = new Exploration(model, options);
  return walk.run();
}

class Exploration {
  private readonly model: Model;
  private readonly options: ExploreOptions;
  private readonly stores: Store[] = [];
  private readonly queue: number[] = [];
  private readonly isQueued: boolean[] = [];
  private readonly ways = new Map<string, Way>();
  private readonly taken = new Set<Arrow>();
  private readonly entered = new Set<ChartNode>();
  private readonly endless = new Set<Endless>();
  private readonly anything: Store;
  private readonly cutsBefore: number;
  private readonly effortBefore: number;
  private why: Explored['why'];

  constructor(model: Model, options: ExploreOptions) {
    this.model = model;
    this.options = options;
    this.cutsBefore = model.cutCount;
    this.effortBefore = model.effort;
    this.anything = closedStore(model.space, declaredStore(model.space, undefined));
  }

  run(): Explored {
    const starts = new Set<number>();
    const { mayCorrect } = this.options;
    const begun = mayCorrect ? this.anything : storeAtStart(this.model.space);
    const store = openStore(this.model.space, begun, undefined);
    const landings = this.model.land(undefined, undefined, store);
    this.noteEndless({ from: undefined, happening: undefined }, landings);
    for (const landing of landings) this.arrive(landing, (to) => starts.add(to));
    for (let count = 0; this.queue.length > 0 && this.mayGoOn(count); count++) {
      const next = this.queue.shift()!;
      this.isQueued[next] = false;
      this.expand(next);
    }
    if (this.isCut) this.why = 'too-many';
    const { stores, taken, entered, endless, why } = this;
    const ways = [...this.ways.values()];
    return {
      stores,
      starts: [...starts],
      ways,
      taken,
      entered,
      endless: [...endless],
      isComplete: !why,
      ...(why && { why }),
    };
  }

  /** Whether something may lead farther than was looked at here, or it takes too long to tell. */
  private get isCut(): boolean {
    const { cutCount, effort } = this.model;
    return cutCount > this.cutsBefore || effort > this.effortBefore + EFFORT_MAX;
  }

  private mayGoOn(count: number): boolean {
    const { configurationsMax = CONFIGURATION_COUNT_MAX, onProgress } = this.options;
    if (this.stores.length > configurationsMax || this.isCut) this.why = 'too-many';
    else if (count % PROGRESS_EVERY === 0 && onProgress?.(this.stores.length) === false) {
      this.why = 'stopped';
    }
    return this.why === undefined || this.why === 'endless';
  }

  private expand(from: number): void {
    for (const happening of this.happeningsIn(from)) {
      const form = formOf(this.model, happening);
      const store = openStore(this.model.space, this.stores[from]!, form);
      const landings = this.model.land(from, happening, store);
      this.noteEndless({ from, happening }, landings);
      for (const landing of landings) {
        this.arrive(landing, (to) => {
          const name = `${from} ${happening.type} ${happening.name} ${to}`;
          if (!this.ways.has(name)) this.ways.set(name, { from, happening, to });
        });
      }
    }
  }

  private happeningsIn(from: number): readonly Happening[] {
    const happenings = this.model.happeningsIn(from);
    const isOver = this.model.configurations[from]!.isDone;
    return this.options.mayCorrect && !isOver
      ? [...happenings, { type: 'correct', name: '' }]
      : happenings;
  }

  private noteEndless(one: Endless, landings: readonly Landing[]): void {
    if (!landings.some(({ to }) => to === 'endless')) return;
    this.why ??= 'endless';
    this.endless.add(one);
  }

  private arrive(landing: Landing, note: (to: number) => void): void {
    const { to, store, taken, entered } = landing;
    for (const arrow of taken) this.taken.add(arrow);
    for (const node of entered) this.entered.add(node);
    if (typeof to === 'string') return;
    note(to);
    const after = this.options.mayCorrect ? this.anything : closedStore(this.model.space, store);
    const before = this.stores[to];
    if (before && includes(before, after)) return;
    this.stores[to] = before ? joined(before, after) : after;
    if (!this.isQueued[to]) this.queue.push(to);
    this.isQueued[to] = true;
  }
}

/** The form that comes with what happens. */
export function formOf(model: Model, { type, name }: Happening): string | undefined {
  if (type === 'action') return own(model.document.actions, name)?.form;
  if (type !== 'done') return undefined;
  return compiled(model.pathway).tree.activities.get(name)?.input.form;
}
