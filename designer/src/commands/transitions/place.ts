import type { MachineTransition, PathwayDocument } from '@percorso/engine';
import { listed } from '../../document-steps.ts';
import type { CommandRefusal } from '../command.ts';
import { findNode, kindOf, withNode } from '../edit/nodes.ts';
import { type Cause, listAt, type TransitionPlace, withListAt } from '../edit/transitions.ts';
import { index, Misfit, name, oneOf, optional, type Reader, shape } from '../readers.ts';
import { refuse } from '../refusals.ts';

const KINDS = ['action', 'timer', 'done', 'failed', 'always', 'completed'] as const;

/** Whether the name is an action, a duration or an activity of the step is seen in the document. */
const causeName: Reader<string> = (value, path) =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(value)
    ? value
    : new Misfit(path, { it: 'un nome o una durata', en: 'a name or a duration' });

/** The parameters of a command about one transition. */
export const place: Reader<TransitionPlace> = shape({
  from: name,
  kind: oneOf(...KINDS),
  name: optional(causeName),
  index,
});

/** What makes a new transition happen. */
export const cause: Reader<Cause> = shape({ kind: oneOf(...KINDS), name: optional(causeName) });

/** The transition at a place. */
export function findTransition(
  document: PathwayDocument,
  { from, index: at, ...of }: TransitionPlace,
): MachineTransition | CommandRefusal {
  const found = findNode(document, from);
  if ('code' in found) return found;
  return listAt(found.node, of)[at] ?? refuse('transition-unknown');
}

/** The document with the list of transitions changed in which the place is. */
export function withTransitions(
  document: PathwayDocument,
  { from, ...of }: Cause & { readonly from: string },
  change: (list: readonly MachineTransition[]) => readonly MachineTransition[],
): PathwayDocument {
  return withNode(document, from, (node) => withListAt(node, of, change(listAt(node, of))));
}

/** The document with one transition changed. */
export function withTransition(
  document: PathwayDocument,
  at: TransitionPlace,
  change: (transition: MachineTransition) => MachineTransition,
): PathwayDocument | CommandRefusal {
  const found = findTransition(document, at);
  if ('code' in found) return found;
  const { index: place, ...of } = at;
  return withTransitions(document, of, (list) => list.with(place, change(list[place]!)));
}

/** Why a step can't have transitions of a cause, if it can't. */
export function causeFault(
  document: PathwayDocument,
  from: string,
  { kind, name: named }: Cause,
): CommandRefusal | undefined {
  const found = findNode(document, from);
  if ('code' in found) return found;
  const type = kindOf(found.node);
  if (type === 'final' || type === 'history') return refuse('final-step', from);
  if (kind === 'completed' && !found.node.states) return refuse('group-needed', from);
  if (kind === 'always' || kind === 'completed') return undefined;
  if (named === undefined) return refuse('parameters-wrong', NAME_NEEDED, '/cause/name');
  if (kind === 'action' && !Object.hasOwn(document.actions, named)) {
    return refuse('name-unknown', { it: `l’azione «${named}»`, en: `action “${named}”` });
  }
  const isActivity = kind === 'done' || kind === 'failed';
  if (isActivity && !listed(found.node.invoke).some(({ id }) => id === named)) {
    return refuse('name-unknown', { it: `l’attività «${named}»`, en: `activity “${named}”` });
  }
  return undefined;
}

const NAME_NEEDED = {
  it: 'il nome dell’azione o dell’attività, o la durata',
  en: 'the name of the action or activity, or the duration',
};
