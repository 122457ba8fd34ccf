import type { MachineEffect } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { index, optional, part } from '../readers.ts';
import { effectsPlace, withEffectsAt } from './effects-place.ts';

const parameters = { on: effectsPlace, effect: part<MachineEffect>(), at: optional(index) };

/** Records facts or sends a message, after the effects already there or at a place among them. */
export const addEffect = defineCommand({
  name: 'add-effect',
  label: { it: 'Aggiungi una conseguenza', en: 'Add an effect' },
  parameters,
  edit: (document, { on, effect, at }) =>
    withEffectsAt(document, on, (list) => list.toSpliced(at ?? list.length, 0, effect)),
});
