import { type Chart, type ChartNode, isInside } from '../check/chart/chart.ts';
import { isComplete } from '../check/chart/completion.ts';
import type { Configuration } from '../check/chart/configuration.ts';

/**
 * Whether arrows lead from somewhere to an outcome. Rules are taken to allow everything and regions
 * to go on by themselves, so a "no" is certain and a "yes" is not a proof; what the configuration
 * rules out (an activity that has ended, a timer that has fired) is taken into account.
 */
export function isOutcomeReachable(chart: Chart, from: Configuration): boolean {
  return new Reach(from).covers(chart.root);
}

class Reach {
  private readonly start: Configuration;
  private readonly reached: Set<ChartNode>;
  /** Reached anew: there every activity is open and every timer runs. */
  private readonly entered = new Set<ChartNode>();

  constructor(start: Configuration) {
    this.start = start;
    this.reached = new Set(start.present);
  }

  covers(root: ChartNode): boolean {
    for (let size = -1; size !== this.size && !isComplete(root, this.reached); ) {
      size = this.size;
      for (const node of [...this.reached]) this.follow(node);
    }
    return isComplete(root, this.reached);
  }

  private get size(): number {
    return this.reached.size + this.entered.size;
  }

  private follow(node: ChartNode): void {
    const possible = [...node.arrows].flatMap(([event, arrows]) =>
      this.mayHappen(node, event) ? arrows : [],
    );
    for (const arrow of [...possible, ...node.always]) {
      if (arrow.target) this.take(node, arrow.target, arrow.isReentering);
    }
  }

  private take(node: ChartNode, target: ChartNode, isReentering: boolean): void {
    const isOutside = (outer: ChartNode) => outer !== node && !isInside(node, outer);
    for (const one of [...target.around.filter(isOutside), target]) this.enter(one);
    const isWithin = target === node || isInside(target, node);
    if (isWithin && !isReentering) return;
    // It is left, and entered anew with all its activities.
    if (isWithin) this.enter(node);
    // Who goes from one region to another leaves them all, and each begins anew.
    const around = target.around.find((outer) => isInside(node, outer));
    if (around?.type === 'parallel') this.enterRegions(around);
  }

  private mayHappen(node: ChartNode, event: string): boolean {
    if (event.startsWith('xstate.done.state.')) return isComplete(node, this.reached);
    if (!event.startsWith('xstate.') || this.entered.has(node)) return true;
    const activity = event.replace(/^xstate\.(done|error)\.actor\./, '');
    return this.start.timers.has(event) || this.start.activities.has(activity);
  }

  private enter(node: ChartNode): void {
    if (node.type === 'history') this.enterAgain(node);
    if (node.type === 'history' || this.entered.has(node)) return;
    this.reached.add(node);
    this.entered.add(node);
    if (node.type === 'compound' && node.initial) this.enter(node.initial);
    if (node.type === 'parallel') this.enterRegions(node);
  }

  private enterRegions(parallel: ChartNode): void {
    for (const region of parallel.children) if (region.type !== 'history') this.enter(region);
  }

  /** It may remember whatever was present in its group by then. */
  private enterAgain(history: ChartNode): void {
    const group = history.parent!;
    const remembered = this.start.memory.get(history.id) ?? [];
    const inner = [...this.reached].filter((one) => isInside(one, group));
    for (const one of [...remembered, ...inner]) this.enter(one);
    if (history.fallback) this.enter(history.fallback);
  }
}
