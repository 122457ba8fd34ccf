/** How a group of regions goes on by itself, whatever the facts are and whatever happens elsewhere. */
import { type Chart, type ChartNode, isInside } from '../chart/chart.ts';
import { isComplete } from '../chart/completion.ts';
import { type Configuration, numbersOf, ordersOf } from '../chart/configuration.ts';
import { setAround } from '../chart/entry-set.ts';
import { arrive, type Happening, react } from '../chart/react.ts';
import { happeningsOf } from './happenings.ts';
import type { IndependentGroup } from './independent-regions.ts';
import { Reactions } from './reactions.ts';

/** Beyond these a group is not worth the trouble: it is explored with everything else. */
const LOCAL_COUNT_MAX = 2000;
const END_COUNT_MAX = 256;

/** Where a group may be: at its beginning, at its end, or in between. */
export interface LocalPlace {
  readonly isBeginning: boolean;
  readonly isComplete: boolean;
  /** In between, and what happens there leads on for certain to a beginning or an end. */
  readonly isUnderWay: boolean;
}

export class LocalCourse {
  readonly group: IndependentGroup;
  /** From everywhere an end is reached for certain, and no check asks for a step on the way. */
  readonly isStraight: boolean;
  private readonly nodes: ReadonlySet<ChartNode>;
  private readonly activities: ReadonlySet<string>;
  private readonly timers: ReadonlySet<string>;
  private readonly actions: ReadonlySet<string>;
  private readonly places: ReadonlyMap<string, LocalPlace>;

  constructor(
    chart: Chart,
    group: IndependentGroup,
    isSought: (step: ChartNode) => boolean = () => false,
  ) {
    this.group = group;
    const nodes = chart.nodes.filter((node) =>
      group.regions.some((region) => node === region || isInside(node, region)),
    );
    this.nodes = new Set(nodes);
    this.activities = new Set(nodes.flatMap(({ activities }) => activities));
    this.timers = new Set(nodes.flatMap(({ timers }) => timers));
    this.actions = new Set(nodes.flatMap(({ step }) => [...step.actions.keys()]));
    const found = new Search(chart, this).run();
    this.places = found?.places ?? new Map();
    this.isStraight = (found?.isStraight ?? false) && !nodes.some(isSought);
  }

  /** Nothing where the group is somewhere that it does not come to from its beginning. */
  placeIn(configuration: Configuration): LocalPlace | undefined {
    return this.places.get(this.nameIn(configuration));
  }

  owns({ type, name }: Happening): boolean {
    if (type === 'action') return this.actions.has(name);
    return (type === 'timer' ? this.timers : this.activities).has(name);
  }

  isCompleteIn({ present }: Configuration): boolean {
    return this.group.regions.every((region) => isComplete(region, present));
  }

  nameIn({ present, memory, activities, timers }: Configuration): string {
    const here = [...present].filter((node) => this.nodes.has(node));
    const open = [...activities].filter((one) => this.activities.has(one)).sort();
    const running = [...timers].filter((one) => this.timers.has(one)).sort();
    const remembered = [...memory].flatMap(([id, nodes]) =>
      nodes.some((one) => this.nodes.has(one)) ? [`${id}=${ordersOf(nodes)}`] : [],
    );
    return [numbersOf(here), open.join(), running.join(), remembered.sort().join(';')].join('|');
  }
}

interface Local {
  readonly isBeginning: boolean;
  readonly isComplete: boolean;
  /** Of each happening, everywhere that it may lead; a refusal is none of them. */
  readonly ways: (readonly (string | 'left' | 'refused')[])[];
}

class Search {
  private readonly chart: Chart;
  private readonly course: LocalCourse;
  private readonly locals = new Map<string, Local>();
  private readonly queue: Configuration[] = [];

  constructor(chart: Chart, course: LocalCourse) {
    this.chart = chart;
    this.course = course;
  }

  /** Nothing when there are too many places to look at. */
  run(): { places: Map<string, LocalPlace>; isStraight: boolean } | undefined {
    const { parallel } = this.course.group;
    const entered = setAround(this.chart.root, parallel);
    const begun = new Reactions((explorer) => arrive(this.chart, entered, explorer));
    const starts = begun.ends(END_COUNT_MAX);
    if (!starts) return undefined;
    for (const start of starts) if (typeof start === 'object') this.note(start, true);
    for (const next of this.queue) if (!this.follow(next)) return undefined;
    const toEnd = this.certain((one) => one.isComplete);
    const toRest = this.certain((one) => one.isComplete || one.isBeginning);
    const places = new Map(
      [...this.locals].map(([name, { isBeginning, isComplete }]): [string, LocalPlace] => {
        const isUnderWay = !isBeginning && !isComplete && toRest.has(name);
        return [name, { isBeginning, isComplete, isUnderWay }];
      }),
    );
    const isOver = [...this.locals.values()].every((one) => !one.isComplete || !one.ways.length);
    return { places, isStraight: isOver && toEnd.size === this.locals.size };
  }

  private note(configuration: Configuration, isBeginning: boolean): string {
    const name = this.course.nameIn(configuration);
    if (this.locals.has(name)) return name;
    const isComplete = this.course.isCompleteIn(configuration);
    this.locals.set(name, { isBeginning, isComplete, ways: [] });
    this.queue.push(configuration);
    return name;
  }

  private follow(before: Configuration): boolean {
    const { ways } = this.locals.get(this.course.nameIn(before))!;
    for (const happening of happeningsOf(before)) {
      if (!this.course.owns(happening)) continue;
      const tree = new Reactions((explorer) => react(this.chart, before, happening, explorer));
      const ends = tree.ends(END_COUNT_MAX);
      if (!ends || this.locals.size > LOCAL_COUNT_MAX) return false;
      ways.push(ends.map((end) => (typeof end === 'string' ? 'refused' : this.wayTo(end))));
    }
    return true;
  }

  private wayTo(end: Configuration): string {
    const isThere = end.present.has(this.course.group.parallel) && !end.isDone;
    return isThere ? this.note(end, false) : 'left';
  }

  /** From where something leads to a goal, or out, whatever the guards on the way say. */
  private certain(isGoal: (one: Local) => boolean): ReadonlySet<string> {
    const names = [...this.locals].flatMap(([name, one]) => (isGoal(one) ? [name] : []));
    const found = new Set<string>(['left', ...names]);
    for (let size = -1; size !== found.size; ) {
      size = found.size;
      for (const [name, { ways }] of this.locals) {
        if (ways.some((ends) => ends.every((end) => found.has(end)))) found.add(name);
      }
    }
    found.delete('left');
    return found;
  }
}
