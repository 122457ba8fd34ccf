/**
 * The steps of a document as a tree that can be walked without running the machine: which steps are
 * present, which actions they offer, what a transition would enter.
 */
import type { CaseState, StateValue } from './case.ts';
import type {
  ActivityInput,
  ActivityKind,
  MachineNode,
  MachineTransition,
  PathwayDocument,
} from './document.ts';

/** One transition of an action or of an activity's end, with what is asked of it before running. */
export interface Branch {
  readonly guard: string | undefined;
  readonly target: string | undefined;
  /** The case facts that the transition itself sets. */
  readonly records: readonly string[];
}

export interface StepNode {
  readonly key: string;
  /** XState's id of the node. */
  readonly id: string;
  readonly node: MachineNode;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly order: number;
  readonly parent: StepNode | undefined;
  readonly children: ReadonlyMap<string, StepNode>;
  /** Transitions by action. */
  readonly actions: ReadonlyMap<string, readonly Branch[]>;
}

export interface ActivityDeclaration {
  readonly kind: ActivityKind;
  readonly step: string;
  readonly input: ActivityInput;
  readonly onDone: readonly Branch[];
  readonly onError: readonly Branch[];
}

export interface StepTree {
  readonly root: StepNode;
  /** By key, in the order of the document; without the root. */
  readonly steps: ReadonlyMap<string, StepNode>;
  readonly byId: ReadonlyMap<string, StepNode>;
  readonly activities: ReadonlyMap<string, ActivityDeclaration>;
  /** By XState's id of the delayed event. */
  readonly timers: ReadonlyMap<string, { readonly step: string; readonly duration: string }>;
  /** The steps at which an action is open, by action. */
  readonly openAt: ReadonlyMap<string, readonly string[]>;
}

export function listed<T>(oneOrMore: T | readonly T[] | undefined): readonly T[] {
  if (oneOrMore === undefined) return [];
  return Array.isArray(oneOrMore) ? oneOrMore : [oneOrMore as T];
}

export function growTree(document: PathwayDocument): StepTree {
  const steps = new Map<string, StepNode>();
  const byId = new Map<string, StepNode>();
  const activities = new Map<string, ActivityDeclaration>();
  const timers = new Map<string, { step: string; duration: string }>();
  const openAt = new Map<string, string[]>();

  function grow(key: string, node: MachineNode, path: string[], parent?: StepNode): StepNode {
    const children = new Map<string, StepNode>();
    const actions = new Map<string, readonly Branch[]>();
    const id = node.id ?? path.join('.');
    const order = byId.size;
    const step = { key, id, node, type: typeOf(node), order, parent, children, actions };
    byId.set(id, step);
    if (parent) steps.set(key, step);
    for (const [action, transitions] of Object.entries(node.on ?? {})) {
      actions.set(action, branchesOf(transitions));
      openAt.set(action, [...(openAt.get(action) ?? []), key]);
    }
    for (const invoke of listed(node.invoke)) {
      activities.set(invoke.id, {
        kind: invoke.src,
        step: key,
        input: invoke.input,
        onDone: branchesOf(invoke.onDone),
        onError: branchesOf(invoke.onError),
      });
    }
    for (const duration of Object.keys(node.after ?? {})) {
      timers.set(`xstate.after.${duration}.${id}`, { step: key, duration });
    }
    for (const [childKey, child] of Object.entries(node.states ?? {})) {
      children.set(childKey, grow(childKey, child, [...path, childKey], step));
    }
    return step;
  }

  const { machine } = document;
  const root = grow(machine.id, machine, [machine.id]);
  return { root, steps, byId, activities, timers, openAt };
}

function typeOf(node: MachineNode): StepNode['type'] {
  if (node.type) return node.type;
  return node.states && Object.keys(node.states).length > 0 ? 'compound' : 'atomic';
}

function branchesOf(
  transitions: MachineTransition | readonly MachineTransition[] | undefined,
): Branch[] {
  return listed(transitions).map((transition) => ({
    guard: transition.guard,
    target: transition.target,
    records: (transition.actions ?? []).flatMap((effect) =>
      effect.type === 'record' ? Object.keys(effect.params) : [],
    ),
  }));
}

/** Calls `visit` for every present step, the enclosing one first, in the order of the value. */
export function visitPresent(
  step: StepNode,
  value: StateValue | undefined,
  visit: (step: StepNode) => void,
): void {
  visit(step);
  for (const [child, inner] of presentChildren(step, value)) visitPresent(child, inner, visit);
}

/** The children of a present step that are present themselves, each with its own value. */
export function presentChildren(
  step: StepNode,
  value: StateValue | undefined,
): [StepNode, StateValue | undefined][] {
  if (value === undefined) return [];
  if (typeof value === 'string') {
    const child = step.children.get(value);
    return child ? [[child, undefined]] : [];
  }
  return Object.keys(value).flatMap((key): [StepNode, StateValue | undefined][] => {
    const child = step.children.get(key);
    return child ? [[child, value[key]]] : [];
  });
}

/** The step that a target names: `#id` from anywhere, else a sibling of the source. */
export function targetOf(tree: StepTree, source: StepNode, target: string): StepNode | undefined {
  return target.startsWith('#')
    ? tree.byId.get(target.slice(1))
    : source.parent?.children.get(target);
}

/** The keys that entering a step enters, itself first; a history node is resolved. */
export function enteredBy(
  tree: StepTree,
  step: StepNode | undefined,
  history: CaseState['history'],
): string[] {
  if (!step) return [];
  switch (step.type) {
    case 'history': {
      const remembered = history[step.id];
      if (remembered) return remembered.flatMap((id) => tree.byId.get(id)?.key ?? []);
      const fallback = step.node.target
        ? targetOf(tree, step, step.node.target)
        : step.parent?.children.get(step.parent.node.initial ?? '');
      return enteredBy(tree, fallback, history);
    }
    case 'compound':
      return [step.key, ...enteredBy(tree, step.children.get(step.node.initial ?? ''), history)];
    case 'parallel':
      return [
        step.key,
        ...[...step.children.values()].flatMap((child) =>
          child.type === 'history' ? [] : enteredBy(tree, child, history),
        ),
      ];
    default:
      return [step.key];
  }
}
