/**
 * A document's machine laid out for exploring: every step and arrow with what it needs at hand. It
 * says the same as XState's machine (a property test holds it to that) and takes a step in a
 * fraction of the time, with its guards answered by whoever explores.
 */
import type { MachineEffect, MachineTransition, RecordValue } from '../../document.ts';
import type { Place } from '../../parse/problem.ts';
import { listed, type StepNode, type StepTree, targetOf } from '../../tree.ts';

type Recording = Readonly<Record<string, RecordValue>>;

export interface Arrow {
  readonly source: ChartNode;
  readonly target: ChartNode | undefined;
  readonly guard: string | undefined;
  readonly isReentering: boolean;
  readonly records: readonly Recording[];
  /** Neither leads anywhere nor does anything: it forbids an action at a step. */
  readonly isIdle: boolean;
  readonly place: Place;
}

export interface ChartNode {
  readonly key: string;
  readonly id: string;
  readonly type: StepNode['type'];
  readonly order: number;
  readonly parent: ChartNode | undefined;
  /** From the parent to the root. */
  readonly around: readonly ChartNode[];
  readonly children: ChartNode[];
  readonly step: StepNode;
  readonly place: Place;
  initial: ChartNode | undefined;
  /** Of a history step: where to go when nothing is remembered. */
  fallback: ChartNode | undefined;
  readonly entry: readonly Recording[];
  readonly exit: readonly Recording[];
  readonly activities: readonly string[];
  readonly timers: readonly string[];
  /** By XState's name of the event. */
  readonly arrows: Map<string, readonly Arrow[]>;
  always: readonly Arrow[];
}

export interface Chart {
  readonly root: ChartNode;
  /** In the order of the document, the root first. */
  readonly nodes: readonly ChartNode[];
  readonly byId: ReadonlyMap<string, ChartNode>;
  readonly arrows: readonly Arrow[];
}

export function layOutChart(tree: StepTree): Chart {
  const byId = new Map<string, ChartNode>();
  const root = nodeOf(tree.root, undefined, ['machine'], byId);
  const nodes = [...byId.values()];
  const arrows: Arrow[] = [];
  for (const node of nodes) connect(tree, node, byId, arrows);
  return { root, nodes, byId, arrows };
}

function nodeOf(
  step: StepNode,
  parent: ChartNode | undefined,
  place: Place,
  byId: Map<string, ChartNode>,
): ChartNode {
  const { key, id, type, order, node } = step;
  const self: ChartNode = {
    ...{ key, id, type, order, parent, step, place },
    around: parent ? [parent, ...parent.around] : [],
    children: [],
    initial: undefined,
    fallback: undefined,
    entry: recordsOf(node.entry),
    exit: recordsOf(node.exit),
    activities: listed(node.invoke).map((invoke) => invoke.id),
    timers: Object.keys(node.after ?? {}).map((duration) => timerOf(duration, id)),
    arrows: new Map(),
    always: [],
  };
  byId.set(id, self);
  for (const [name, child] of step.children) {
    self.children.push(nodeOf(child, self, [...place, 'states', name], byId));
  }
  return self;
}

function connect(
  tree: StepTree,
  self: ChartNode,
  byId: ReadonlyMap<string, ChartNode>,
  all: Arrow[],
): void {
  const { node } = self.step;
  const resolved = (target: string | undefined) =>
    target === undefined ? undefined : byId.get(targetOf(tree, self.step, target)?.id ?? '');
  self.initial = self.children.find((child) => child.key === node.initial);
  if (self.type === 'history') self.fallback = resolved(node.target) ?? self.parent?.initial;
  const arrowsOf = (value: unknown, place: Place): Arrow[] => {
    const isList = Array.isArray(value);
    const found = listed(value as MachineTransition | undefined).map((one, index) =>
      arrowOf(self, one, resolved(one.target), isList ? [...place, index] : place),
    );
    all.push(...found);
    return found;
  };
  const add = (event: string, value: unknown, place: Place) => {
    if (value !== undefined) self.arrows.set(event, arrowsOf(value, [...self.place, ...place]));
  };
  for (const [action, value] of Object.entries(node.on ?? {})) add(action, value, ['on', action]);
  add(`xstate.done.state.${self.id}`, node.onDone, ['onDone']);
  const isList = Array.isArray(node.invoke);
  for (const [index, invoke] of listed(node.invoke).entries()) {
    const place = isList ? ['invoke', index] : ['invoke'];
    add(`xstate.done.actor.${invoke.id}`, invoke.onDone, [...place, 'onDone']);
    add(`xstate.error.actor.${invoke.id}`, invoke.onError, [...place, 'onError']);
  }
  for (const [duration, value] of Object.entries(node.after ?? {})) {
    add(timerOf(duration, self.id), value, ['after', duration]);
  }
  self.always = arrowsOf(node.always, [...self.place, 'always']);
}

function arrowOf(
  source: ChartNode,
  transition: MachineTransition,
  target: ChartNode | undefined,
  place: Place,
): Arrow {
  const { guard, reenter, actions } = transition;
  return {
    ...{ source, target, guard, place },
    isReentering: reenter ?? false,
    records: recordsOf(actions),
    isIdle: target === undefined && (actions ?? []).length === 0,
  };
}

function timerOf(duration: string, id: string): string {
  return `xstate.after.${duration}.${id}`;
}

function recordsOf(effects: readonly MachineEffect[] = []): Recording[] {
  return effects.flatMap((effect) => (effect.type === 'record' ? [effect.params] : []));
}

export function isInside(node: ChartNode, outer: ChartNode | undefined): boolean {
  return outer === undefined ? false : node.around.includes(outer);
}
