import type { MachineInvoke, MachineNode, MachineTransition } from '@percorso/engine';
import { listed } from '../../document-steps.ts';
import { oncePer } from '../../once-per.ts';
import { mapValues, own, withKey, without } from './records.ts';

/** What makes a transition happen: its kind and, of some, a name. */
export interface Cause {
  /** `completed` is a group's own end; `done` and `failed` are an activity's. */
  readonly kind: 'action' | 'timer' | 'done' | 'failed' | 'always' | 'completed';
  /** The action, the duration or the activity; none for `always` and `completed`. */
  readonly name?: string;
}

/** The name of one transition in a document: of the several of a cause, the first has index 0. */
export interface TransitionPlace extends Cause {
  readonly from: string;
  readonly index: number;
}

export interface OwnTransition {
  readonly cause: Cause;
  readonly index: number;
  readonly transition: MachineTransition;
  /** JSON pointer from the node on. */
  readonly path: string;
}

type OneOrMore<T> = T | readonly T[];

/** A node's own transitions, in the order of the document. */
export const transitionsOf = oncePer((node: MachineNode): readonly OwnTransition[] => {
  const found: OwnTransition[] = [];
  const add = (value: OneOrMore<MachineTransition> | undefined, cause: Cause, path: string) => {
    for (const [index, transition] of listed(value).entries()) {
      found.push({
        cause,
        index,
        transition,
        path: Array.isArray(value) ? `${path}/${index}` : path,
      });
    }
  };
  for (const [name, value] of Object.entries(node.on ?? {})) {
    add(value, { kind: 'action', name }, `/on/${name}`);
  }
  for (const [name, value] of Object.entries(node.after ?? {})) {
    add(value, { kind: 'timer', name }, `/after/${name}`);
  }
  add(node.always, { kind: 'always' }, '/always');
  add(node.onDone, { kind: 'completed' }, '/onDone');
  for (const [place, { id: name, onDone, onError }] of listed(node.invoke).entries()) {
    const path = Array.isArray(node.invoke) ? `/invoke/${place}` : '/invoke';
    add(onDone, { kind: 'done', name }, `${path}/onDone`);
    add(onError, { kind: 'failed', name }, `${path}/onError`);
  }
  return found;
});

type Change = (
  transition: MachineTransition,
  cause: Cause,
) => MachineTransition | readonly MachineTransition[] | undefined;

/** The node with each of its transitions changed, taken away (undefined) or replaced by several. */
export function mapTransitions(node: MachineNode, change: Change): MachineNode {
  const record = (kind: 'action' | 'timer', values: MachineNode['on']) => {
    if (!values) return undefined;
    const changed = mapValues<OneOrMore<MachineTransition> | undefined>(values, (value, name) =>
      changedList(value, (one) => change(one, { kind, name })),
    );
    return changed === values ? values : compact(changed);
  };
  const loose = (kind: 'always' | 'completed', value: MachineNode['always']) =>
    changedList(value, (one) => change(one, { kind }));
  const on = withKey(node, 'on', record('action', node.on));
  const after = withKey(on, 'after', record('timer', node.after));
  const always = withKey(after, 'always', loose('always', node.always));
  const onDone = withKey(always, 'onDone', loose('completed', node.onDone));
  return mapActivities(onDone, (activity) => {
    const { id: name } = activity;
    const done = changedList(activity.onDone, (one) => change(one, { kind: 'done', name }));
    const failed = changedList(activity.onError, (one) => change(one, { kind: 'failed', name }));
    return withKey(withKey(activity, 'onDone', done), 'onError', failed);
  });
}

/** The node with each of its activities changed; undefined takes one away. */
export function mapActivities(
  node: MachineNode,
  change: (activity: MachineInvoke) => MachineInvoke | undefined,
): MachineNode {
  return withKey(node, 'invoke', changedList(node.invoke, change));
}

/** The transitions of one cause, in their order. */
export function listAt(node: MachineNode, { kind, name }: Cause): readonly MachineTransition[] {
  return transitionsOf(node)
    .filter(({ cause }) => cause.kind === kind && cause.name === name)
    .map(({ transition }) => transition);
}

/** The node with other transitions of one cause; an empty list takes the cause away. */
export function withListAt(
  node: MachineNode,
  { kind, name }: Cause,
  list: readonly MachineTransition[],
): MachineNode {
  if (kind === 'always') return withKey(node, 'always', oneOrMore(list, node.always));
  if (kind === 'completed') return withKey(node, 'onDone', oneOrMore(list, node.onDone));
  if (name === undefined) return node;
  if (kind === 'action') return withKey(node, 'on', listIn(node.on, name, list));
  if (kind === 'timer') return withKey(node, 'after', listIn(node.after, name, list));
  const key = kind === 'done' ? 'onDone' : 'onError';
  return mapActivities(node, (activity) =>
    activity.id === name ? withKey(activity, key, oneOrMore(list, activity[key])) : activity,
  );
}

function listIn(values: MachineNode['on'], name: string, list: readonly MachineTransition[]) {
  const next = oneOrMore(list, own(values, name));
  const all = next ? { ...values, [name]: next } : without(values ?? {}, name);
  return compact(all);
}

/** One part stands for itself, as authors write it; what was a list stays one. */
function oneOrMore<T>(list: readonly T[], before: OneOrMore<T> | undefined) {
  if (list.length === 0) return undefined;
  return list.length === 1 && !Array.isArray(before) ? list[0] : list;
}

function changedList<T>(
  value: OneOrMore<T> | undefined,
  change: (part: T) => OneOrMore<T> | undefined,
): OneOrMore<T> | undefined {
  const before = listed(value);
  const after = before.flatMap((part) => {
    const next = change(part);
    return next === undefined ? [] : (next as T | T[]);
  });
  const isSame = after.length === before.length && after.every((part, at) => part === before[at]);
  return isSame ? value : oneOrMore(after, value);
}

/** Without what was taken away; nothing at all where all was. */
function compact<T>(record: Readonly<Record<string, T | undefined>>) {
  const kept = Object.entries(record).filter(([, value]) => value !== undefined);
  return kept.length > 0 ? (Object.fromEntries(kept) as Record<string, T>) : undefined;
}
