/** Where a case can be, without its facts: present steps, memory, open activities, timers. */
import type { CaseState } from '../../case.ts';
import { visitPresent } from '../../tree.ts';
import { type Chart, type ChartNode, isInside } from './chart.ts';
import type { Memory } from './entry-set.ts';

export interface Configuration {
  readonly present: ReadonlySet<ChartNode>;
  readonly memory: Memory;
  readonly activities: ReadonlySet<string>;
  readonly timers: ReadonlySet<string>;
  readonly isDone: boolean;
}

/** Where nothing more can follow, only the steps matter. */
export function settled(chart: Chart, one: Configuration): Configuration {
  if (one.isDone) {
    const nothing = new Set<string>();
    return { ...one, memory: new Map(), activities: nothing, timers: nothing };
  }
  const alive = [...one.memory].filter(([id]) => isAlive(chart, chart.byId.get(id)!, one));
  return alive.length === one.memory.size ? one : { ...one, memory: new Map(alive) };
}

/**
 * While the step around a history step is present, what was remembered is forgotten when it is
 * left; only an arrow from within it could still use it. Forgetting it early merges configurations
 * that nothing can tell apart.
 */
function isAlive(chart: Chart, history: ChartNode, { present }: Configuration): boolean {
  const { parent } = history;
  if (!parent || !present.has(parent)) return true;
  return insiders(chart).has(history);
}

const known = new WeakMap<Chart, ReadonlySet<ChartNode>>();

/** The history steps to which something inside their own parent leads. */
function insiders(chart: Chart): ReadonlySet<ChartNode> {
  const found = known.get(chart);
  if (found) return found;
  const used = new Set<ChartNode>();
  const lead = (source: ChartNode, target: ChartNode | undefined) => {
    const around = target?.parent;
    if (target?.type === 'history' && (source === around || isInside(source, around))) {
      used.add(target);
    }
  };
  for (const { source, target } of chart.arrows) lead(source, target);
  for (const node of chart.nodes) {
    lead(node, node.initial);
    lead(node, node.fallback);
  }
  known.set(chart, used);
  return used;
}

/** Two configurations are the same when their names are. */
export function nameOf({ present, memory, activities, timers, isDone }: Configuration): string {
  const steps = numbersOf(present);
  if (isDone) return `end:${steps}`;
  const remembered = [...memory].map(([id, nodes]) => `${id}=${ordersOf(nodes)}`).sort();
  return [steps, remembered.join(';'), sortedText(activities), sortedText(timers)].join('|');
}

/** Two sets of steps are the same when their numbers are. */
export function numbersOf(nodes: Iterable<ChartNode>): string {
  const leaves = [...nodes].filter(
    (node) => node.children.length === 0 || node.type !== 'compound',
  );
  return ordersOf(leaves);
}

/** A shallow memory may be of groups: which of them tells two memories apart. */
export function ordersOf(nodes: Iterable<ChartNode>): string {
  return [...nodes]
    .map((node) => node.order)
    .sort((a, b) => a - b)
    .join(',');
}

function sortedText(names: ReadonlySet<string>): string {
  return [...names].sort().join(',');
}

/** The configuration of a case of the engine. */
export function configurationOf(chart: Chart, state: CaseState): Configuration {
  const present = new Set<ChartNode>();
  visitPresent(chart.root.step, state.value, (step) => present.add(chart.byId.get(step.id)!));
  const memory = Object.entries(state.history).map(
    ([id, ids]) => [id, ids.map((one) => chart.byId.get(one)!)] as const,
  );
  return settled(chart, {
    present,
    memory: new Map(memory),
    activities: new Set(Object.keys(state.activities)),
    timers: new Set(Object.keys(state.timers)),
    isDone: state.status === 'done',
  });
}
