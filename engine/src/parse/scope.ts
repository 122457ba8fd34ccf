import type {
  MachineEffect,
  MachineInvoke,
  MachineNode,
  MachineTransition,
  ObjectSchema,
  PathwayDocument,
} from '../document.ts';
import type { DocumentProblem, Place } from './problem.ts';

/** One check of what the schema can't say: it sees the whole document. */
export type Check = (scope: Scope) => DocumentProblem[];

/** A state node and where it is. The machine's root is the first one, without a parent. */
export interface NodeAt {
  readonly key: string;
  readonly node: MachineNode;
  readonly place: Place;
  readonly depth: number;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly parent?: NodeAt;
  readonly children: readonly NodeAt[];
}

/** What made a transition happen decides whether an answer comes with it. */
export type Cause = 'action' | 'activity-done' | 'activity-failed' | 'timer' | 'always' | 'done';

export interface TransitionAt {
  readonly transition: MachineTransition;
  readonly place: Place;
  readonly source: NodeAt;
  readonly cause: Cause;
  /** The form that comes with the cause; undefined where none does, or where it doesn't exist. */
  readonly form: ObjectSchema | undefined;
}

export interface InvokeAt {
  readonly invoke: MachineInvoke;
  readonly place: Place;
  readonly source: NodeAt;
}

export interface EffectAt {
  readonly effect: MachineEffect;
  readonly place: Place;
  readonly form: ObjectSchema | undefined;
}

/** A document of the right shape, laid out for the checks. */
export interface Scope {
  readonly document: PathwayDocument;
  readonly nodes: readonly NodeAt[];
  /** By key; of several steps with one key, the first. */
  readonly nodeByKey: ReadonlyMap<string, NodeAt>;
  readonly transitions: readonly TransitionAt[];
  readonly invokes: readonly InvokeAt[];
  readonly effects: readonly EffectAt[];
}

/** Lays out a document whose shape is right and whose nesting is bounded. */
export function layOut(document: PathwayDocument): Scope {
  const root = nodeAt(document.machine.id, document.machine, ['machine'], 0);
  const nodes = withDescendants(root);
  const nodeByKey = new Map<string, NodeAt>();
  for (const one of nodes.slice(1)) if (!nodeByKey.has(one.key)) nodeByKey.set(one.key, one);
  const transitions = nodes.flatMap((one) => transitionsOf(document, one));
  const invokes = nodes.flatMap(invokesOf);
  const effects = [...nodes.flatMap(ownEffectsOf), ...transitions.flatMap(effectsOf)];
  return { document, nodes, nodeByKey, transitions, invokes, effects };
}

/** A node and all inside it, the enclosing ones first. */
export function withDescendants(node: NodeAt): NodeAt[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

function nodeAt(
  key: string,
  node: MachineNode,
  place: Place,
  depth: number,
  parent?: NodeAt,
): NodeAt {
  const children: NodeAt[] = [];
  const kind: NodeAt['kind'] = node.type ?? (node.states ? 'compound' : 'atomic');
  const self = { key, node, place, depth, kind, children, ...(parent && { parent }) };
  for (const [name, child] of Object.entries(node.states ?? {})) {
    children.push(nodeAt(name, child, [...place, 'states', name], depth + 1, self));
  }
  return self;
}

function transitionsOf(document: PathwayDocument, source: NodeAt): TransitionAt[] {
  const { node, place } = source;
  const found: TransitionAt[] = [];
  const add = (value: unknown, at: Place, cause: Cause, form?: ObjectSchema) => {
    for (const [transition, where] of each<MachineTransition>(value, at)) {
      found.push({ transition, place: where, source, cause, form });
    }
  };
  for (const [action, value] of Object.entries(node.on ?? {})) {
    const declaration = own(document.actions, action);
    add(value, [...place, 'on', action], 'action', own(document.forms, declaration?.form));
  }
  for (const [duration, value] of Object.entries(node.after ?? {})) {
    add(value, [...place, 'after', duration], 'timer');
  }
  add(node.always, [...place, 'always'], 'always');
  add(node.onDone, [...place, 'onDone'], 'done');
  for (const { invoke, place: at } of invokesOf(source)) {
    add(invoke.onDone, [...at, 'onDone'], 'activity-done', own(document.forms, invoke.input.form));
    add(invoke.onError, [...at, 'onError'], 'activity-failed');
  }
  return found;
}

function invokesOf(source: NodeAt): InvokeAt[] {
  return each<MachineInvoke>(source.node.invoke, [...source.place, 'invoke']).map(
    ([invoke, place]) => ({ invoke, place, source }),
  );
}

/** Entry and exit happen under whatever event it was: no form can be relied on. */
function ownEffectsOf({ node, place }: NodeAt): EffectAt[] {
  return (['entry', 'exit'] as const).flatMap((moment) =>
    (node[moment] ?? []).map((effect, index) => ({
      effect,
      place: [...place, moment, index],
      form: undefined,
    })),
  );
}

function effectsOf({ transition, place, form }: TransitionAt): EffectAt[] {
  return (transition.actions ?? []).map((effect, index) => ({
    effect,
    place: [...place, 'actions', index],
    form,
  }));
}

/** One or several, each with its place. */
function each<Part>(value: unknown, place: Place): [Part, Place][] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [[value as Part, place]];
  return value.map((part, index) => [part as Part, [...place, index]]);
}

/** What a record has itself under a name, never what every object inherits. */
export function own<Value>(
  record: Readonly<Record<string, Value>>,
  name: string | undefined,
): Value | undefined {
  return name !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
