import type {
  MachineEffect,
  MachineInvoke,
  MachineNode,
  MachineTransition,
  PathwayDocument,
  Words,
} from '@percorso/engine';
import { listed } from '../document-steps.ts';
import { durationWords } from '../duration-words.ts';

/** What sets a transition off. `name` is the action, the duration or the activity's id. */
export interface Trigger {
  readonly kind: 'action' | 'timer' | 'done' | 'failed' | 'automatic' | 'complete';
  readonly name: string;
  readonly label: Words;
}

/** One transition of a document, with where it stands. */
export interface Arrow {
  /** The step's key, or the machine's id. */
  readonly from: string;
  /** Unique in the document, and an XML name: `step.action.GO.0`. */
  readonly id: string;
  /** JSON pointer into the document. */
  readonly path: string;
  readonly trigger: Trigger;
  readonly transition: MachineTransition;
}

/** A state node with its key and place; the machine itself comes first. */
export interface NodePlace {
  readonly key: string;
  readonly node: MachineNode;
  readonly path: string;
  /** Undefined for the machine itself. */
  readonly parent: string | undefined;
}

export function nodePlaces(document: PathwayDocument): readonly NodePlace[] {
  const inside = (place: NodePlace): readonly NodePlace[] => [
    place,
    ...Object.entries(place.node.states ?? {}).flatMap(([key, node]) =>
      inside({ key, node, path: `${place.path}/states/${key}`, parent: place.key }),
    ),
  ];
  const { machine } = document;
  return inside({ key: machine.id, node: machine, path: '/machine', parent: undefined });
}

/** Every transition out of a state node, in the order in which it is written. */
export function arrowsOf(document: PathwayDocument, place: NodePlace): readonly Arrow[] {
  const { node, path } = place;
  const many = isSeveral(node.invoke);
  return [
    ...Object.entries(node.on ?? {}).flatMap(([name, written]) => {
      const label = document.actions[name]?.label ?? { it: name, en: name };
      return arrows(place, `${path}/on/${name}`, { kind: 'action', name, label }, written);
    }),
    ...Object.entries(node.after ?? {}).flatMap(([name, written]) => {
      const trigger = { kind: 'timer', name, label: durationWords(name) } as const;
      return arrows(place, `${path}/after/${name}`, trigger, written);
    }),
    ...listed(node.invoke).flatMap((invoke, index) =>
      arrowsOfActivity(place, many ? `${path}/invoke/${index}` : `${path}/invoke`, invoke),
    ),
    ...arrows(place, `${path}/always`, AUTOMATIC, node.always),
    ...arrows(place, `${path}/onDone`, COMPLETE, node.onDone),
  ];
}

const AUTOMATIC: Trigger = {
  kind: 'automatic',
  name: 'always',
  label: { it: 'da sé', en: 'by itself' },
};
const COMPLETE: Trigger = {
  kind: 'complete',
  name: 'done',
  label: { it: 'alla fine', en: 'at the end' },
};

function arrowsOfActivity(place: NodePlace, path: string, invoke: MachineInvoke) {
  const { id, input, onDone, onError } = invoke;
  const failed = { it: `${input.label.it}: non riuscito`, en: `${input.label.en}: not done` };
  return [
    ...arrows(place, `${path}/onDone`, { kind: 'done', name: id, label: input.label }, onDone),
    ...arrows(place, `${path}/onError`, { kind: 'failed', name: id, label: failed }, onError),
  ];
}

function arrows(
  { key }: NodePlace,
  path: string,
  trigger: Trigger,
  written: MachineTransition | readonly MachineTransition[] | undefined,
): readonly Arrow[] {
  return listed(written).map((transition, index) => ({
    from: key,
    id: `${key}.${trigger.kind}.${trigger.name}.${index}`,
    path: isSeveral(written) ? `${path}/${index}` : path,
    trigger,
    transition,
  }));
}

function isSeveral(oneOrMore: unknown): boolean {
  return Array.isArray(oneOrMore);
}

/** The effects of a state node and of its transitions, with their places. */
export function effectsOf(place: NodePlace, arrowsOut: readonly Arrow[]) {
  const { entry, exit } = place.node;
  const own: readonly (readonly [string, readonly MachineEffect[] | undefined])[] = [
    [`${place.path}/entry`, entry],
    [`${place.path}/exit`, exit],
    ...arrowsOut.map(({ path, transition }) => [`${path}/actions`, transition.actions] as const),
  ];
  return own.flatMap(([path, effects]) => (effects?.length ? [{ path, effects }] : []));
}
