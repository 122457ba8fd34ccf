/** What one event makes of a configuration, with the guards answered from outside. */
import { MICROSTEPS_MAX } from '../../limits.ts';
import { type Arrow, type Chart, type ChartNode, isInside } from './chart.ts';
import { isComplete } from './completion.ts';
import { type Configuration, settled } from './configuration.ts';
import { entrySet, exitSet, initialSet, withoutConflicts } from './entry-set.ts';

/** Who explores: decides what guards say, and hears what is recorded and which arrows are taken. */
export interface Explorer {
  /** `isAnswered`: the event's answer can be read. */
  decide(rule: string, isAnswered: boolean): boolean;
  record(params: Arrow['records'][number], isAnswered: boolean): void;
  taken(arrow: Arrow): void;
  /** Also of a step that is left again at once. */
  entered(node: ChartNode): void;
}

export interface Happening {
  /** `correct`: some fact is another now, and whatever waits for no event looks again. */
  readonly type: 'action' | 'done' | 'failed' | 'timer' | 'correct';
  /** Of the action, activity or timer. */
  readonly name: string;
}

export type Reaction = Configuration | 'refused' | 'endless';

export function begin(chart: Chart, explorer: Explorer): Reaction {
  return arrive(chart, initialSet(chart.root), explorer);
}

/** Puts steps in place where nothing was before. */
export function arrive(chart: Chart, steps: ReadonlySet<ChartNode>, explorer: Explorer): Reaction {
  const run = new Run(chart, explorer, undefined);
  run.enter(steps);
  return run.rest();
}

export function react(
  chart: Chart,
  before: Configuration,
  happening: Happening,
  explorer: Explorer,
): Reaction {
  return new Run(chart, explorer, before).take(happening);
}

const EVENTS = { done: 'xstate.done.actor.', failed: 'xstate.error.actor.' } as const;

class Run {
  private readonly chart: Chart;
  private readonly explorer: Explorer;
  private readonly present: Set<ChartNode>;
  private memory: Map<string, readonly ChartNode[]>;
  private readonly activities: Set<string>;
  private readonly timers: Set<string>;
  private readonly queue: string[] = [];
  private isAnswered = false;
  private isDone = false;

  constructor(chart: Chart, explorer: Explorer, before: Configuration | undefined) {
    this.chart = chart;
    this.explorer = explorer;
    this.present = new Set(before?.present);
    this.memory = new Map(before?.memory);
    this.activities = new Set(before?.activities);
    this.timers = new Set(before?.timers);
  }

  take({ type, name }: Happening): Reaction {
    this.isAnswered = type === 'action' || type === 'done';
    if (type === 'timer') this.timers.delete(name);
    if (type === 'done' || type === 'failed') this.activities.delete(name);
    const event = type === 'done' || type === 'failed' ? `${EVENTS[type]}${name}` : name;
    const selected = this.select(this.chart.root, event);
    if (this.isRefused(type, event, selected)) return 'refused';
    this.step(selected);
    return this.rest();
  }

  /** As the engine: an action, and an end that is waited for, must move something. */
  private isRefused(type: Happening['type'], event: string, selected: readonly Arrow[]): boolean {
    if (type === 'timer' || type === 'correct' || selected.some((arrow) => !arrow.isIdle))
      return false;
    if (type === 'action') return true;
    return this.chart.nodes.some((node) => (node.arrows.get(event)?.length ?? 0) > 0);
  }

  /** Inner steps before outer ones, every region for itself, the first arrow that holds. */
  private select(node: ChartNode, event: string): Arrow[] {
    const inner = node.children.flatMap((child) =>
      this.present.has(child) ? this.select(child, event) : [],
    );
    if (inner.length > 0) return inner;
    return this.firstOf(node.arrows.get(event) ?? []);
  }

  private firstOf(arrows: readonly Arrow[]): Arrow[] {
    const first = arrows.find(
      ({ guard }) => guard === undefined || this.explorer.decide(guard, this.isAnswered),
    );
    return first ? [first] : [];
  }

  /** Goes on without an event until nothing moves. */
  rest(): Reaction {
    let isMoved = true;
    for (let count = 0; !this.isDone; count++) {
      if (count > MICROSTEPS_MAX) return 'endless';
      const immediate = isMoved ? this.withoutEvent() : [];
      if (immediate.length > 0) {
        isMoved = this.step(immediate);
        continue;
      }
      const event = this.queue.shift();
      if (event === undefined) break;
      this.isAnswered = false;
      this.step(this.select(this.chart.root, event));
      isMoved = true;
    }
    const { present, memory, activities, timers, isDone } = this;
    return settled(this.chart, { present, memory, activities, timers, isDone });
  }

  private withoutEvent(): Arrow[] {
    const enabled = new Set<Arrow>();
    for (const node of this.present) {
      if (node.type !== 'atomic' && node.type !== 'final') continue;
      for (const one of [node, ...node.around]) {
        const [first] = this.firstOf(one.always);
        if (first) enabled.add(first);
        if (first) break;
      }
    }
    return withoutConflicts([...enabled], this.present, this.memory);
  }

  /** Takes arrows together; whether anything is different afterwards. */
  private step(selected: readonly Arrow[]): boolean {
    const arrows = withoutConflicts(selected, this.present, this.memory);
    const left = [...exitSet(arrows, this.present, this.memory)].sort((a, b) => b.order - a.order);
    if (left.length > 0) this.remember(left);
    for (const node of left) this.leave(node);
    for (const arrow of arrows) {
      this.explorer.taken(arrow);
      for (const params of arrow.records) this.explorer.record(params, this.isAnswered);
    }
    const entered = entrySet(arrows, this.memory);
    this.enter(entered);
    return left.length + entered.size > 0 || arrows.some((arrow) => arrow.records.length > 0);
  }

  private remember(left: readonly ChartNode[]): void {
    for (const node of left) {
      for (const { id, type, step } of node.children) {
        if (type !== 'history') continue;
        const isDeep = step.node.history === 'deep';
        const kept = [...this.present].filter((one) =>
          isDeep
            ? (one.type === 'atomic' || one.type === 'final') && isInside(one, node)
            : one.parent === node,
        );
        this.memory.set(id, kept);
      }
    }
  }

  private leave(node: ChartNode): void {
    for (const params of node.exit) this.explorer.record(params, this.isAnswered);
    for (const activity of node.activities) this.activities.delete(activity);
    for (const timer of node.timers) this.timers.delete(timer);
    this.present.delete(node);
  }

  enter(entered: ReadonlySet<ChartNode>): void {
    const completed = new Set<ChartNode>();
    for (const node of [...entered].sort((a, b) => a.order - b.order)) {
      this.present.add(node);
      this.explorer.entered(node);
      for (const params of node.entry) this.explorer.record(params, this.isAnswered);
      for (const activity of node.activities) this.activities.add(activity);
      for (const timer of node.timers) this.timers.add(timer);
      if (node.type === 'final') this.complete(node, completed);
    }
  }

  private complete({ parent }: ChartNode, completed: Set<ChartNode>): void {
    let outer = parent?.type === 'parallel' ? parent : parent?.parent;
    if (parent?.type === 'compound') this.queue.push(`xstate.done.state.${parent.id}`);
    while (outer?.type === 'parallel' && !completed.has(outer) && isComplete(outer, this.present)) {
      completed.add(outer);
      this.queue.push(`xstate.done.state.${outer.id}`);
      outer = outer.parent;
    }
    if (!outer) this.isDone = true;
  }
}
