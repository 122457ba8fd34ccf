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
  /** As the designer's commands name it. */
  readonly cause: Cause;
  readonly index: number;
}

export interface Cause {
  readonly kind: 'action' | 'timer' | 'done' | 'failed' | 'always' | 'completed';
  readonly name?: string;
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
  const arrowsOf = (value: unknown, place: Place, cause: Cause): Arrow[] => {
    const isList = Array.isArray(value);
    const found = listed(value as MachineTransition | undefined).map((one, index) => ({
      ...arrowOf(self, one, resolved(one.target)),
      place: [...self.place, ...place, ...(isList ? [index] : [])],
      ...{ cause, index },
    }));
    all.push(...found);
    return found;
  };
  for (const { event, value, place, cause } of causesOf(self)) {
    if (value !== undefined) self.arrows.set(event, arrowsOf(value, place, cause));
  }
  self.always = arrowsOf(node.always, ['always'], { kind: 'always' });
}

/** Everything that an arrow of a step may wait for, with XState's name of the event. */
function causesOf({ id, step: { node } }: ChartNode) {
  const found: { event: string; value: unknown; place: Place; cause: Cause }[] = [];
  const add = (event: string, value: unknown, place: Place, cause: Cause) =>
    found.push({ event, value, place, cause });
  for (const [name, value] of Object.entries(node.on ?? {})) {
    add(name, value, ['on', name], { kind: 'action', name });
  }
  add(`xstate.done.state.${id}`, node.onDone, ['onDone'], { kind: 'completed' });
  const isList = Array.isArray(node.invoke);
  for (const [index, { id: name, onDone, onError }] of listed(node.invoke).entries()) {
    const place = isList ? ['invoke', index] : ['invoke'];
    add(`xstate.done.actor.${name}`, onDone, [...place, 'onDone'], { kind: 'done', name });
    add(`xstate.error.actor.${name}`, onError, [...place, 'onError'], { kind: 'failed', name });
  }
  for (const [name, value] of Object.entries(node.after ?? {})) {
    add(timerOf(name, id), value, ['after', name], { kind: 'timer', name });
  }
  return found;
}

function arrowOf(
  source: ChartNode,
  transition: MachineTransition,
  target: ChartNode | undefined,
): Omit<Arrow, 'place' | 'cause' | 'index'> {
  const { guard, reenter, actions } = transition;
  return {
    ...{ source, target, guard },
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
