import type { MachineEffect, PathwayDocument } from '@percorso/engine';
import { type CommandRefusal, isRefusal } from '../command.ts';
import { findNode, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import type { TransitionPlace } from '../edit/transitions.ts';
import { Misfit, name, oneOf, type Reader, shape } from '../readers.ts';
import { findTransition, place, withTransition } from '../transitions/place.ts';

const atStep = shape({ step: name, moment: oneOf('entry', 'exit') });
const onTransition = shape({ transition: place });

/** Where effects happen: when a step begins or ends, or on a transition. */
export type EffectsPlace =
  | { readonly step: string; readonly moment: 'entry' | 'exit' }
  | { readonly transition: TransitionPlace };

export const effectsPlace: Reader<EffectsPlace> = (value, path) => {
  const transition = onTransition(value, path);
  return transition instanceof Misfit ? atStep(value, path) : transition;
};

/** The document with the list of effects at a place changed. */
export function withEffectsAt(
  document: PathwayDocument,
  at: EffectsPlace,
  change: (effects: readonly MachineEffect[]) => readonly MachineEffect[] | CommandRefusal,
): PathwayDocument | CommandRefusal {
  const before = effectsAt(document, at);
  if (isRefusal(before)) return before;
  const after = change(before);
  if (isRefusal(after)) return after;
  const list = after.length > 0 ? after : undefined;
  if ('transition' in at) {
    return withTransition(document, at.transition, (one) => withKey(one, 'actions', list));
  }
  return withNode(document, at.step, (node) => withKey(node, at.moment, list));
}

function effectsAt(
  document: PathwayDocument,
  at: EffectsPlace,
): readonly MachineEffect[] | CommandRefusal {
  if ('transition' in at) {
    const found = findTransition(document, at.transition);
    return isRefusal(found) ? found : (found.actions ?? []);
  }
  const found = findNode(document, at.step);
  return isRefusal(found) ? found : (found.node[at.moment] ?? []);
}
