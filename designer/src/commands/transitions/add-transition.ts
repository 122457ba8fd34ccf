import type { MachineEffect, MachineTransition } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { findStep } from '../edit/nodes.ts';
import { withIds } from '../edit/targets.ts';
import { index, name, optional, part } from '../readers.ts';
import { causeFault, cause as causeReader, withTransitions } from './place.ts';

const parameters = {
  from: name,
  cause: causeReader,
  to: optional(name),
  guard: optional(name),
  effect: optional(part<MachineEffect>()),
  at: optional(index),
};

/**
 * A transition after the others of its cause, or at a place among them: the first allowed is taken.
 * Without `to` nothing is left: only the effect happens.
 */
export const addTransition = defineCommand({
  name: 'add-transition',
  label: { it: 'Aggiungi un passaggio', en: 'Add a transition' },
  parameters,
  edit: (document, { from, cause, to, guard, effect, at }) => {
    const fault = causeFault(document, from, cause);
    if (fault) return fault;
    const end = to === undefined ? undefined : findStep(document, to);
    if (end && 'code' in end) return end;
    const transition: MachineTransition = {
      ...(to !== undefined && { target: `#${to}` }),
      ...(guard !== undefined && { guard }),
      ...(effect !== undefined && { actions: [effect] }),
    };
    const changed = withTransitions(document, { from, ...cause }, (list) =>
      list.toSpliced(at ?? list.length, 0, transition),
    );
    return to === undefined ? changed : withIds(changed, [to]);
  },
});
