import type { MachineEffect } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { index, part } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { effectsPlace, withEffectsAt } from './effects-place.ts';

const parameters = { on: effectsPlace, at: index, effect: part<MachineEffect>() };

export const changeEffect = defineCommand({
  name: 'change-effect',
  label: { it: 'Cambia la conseguenza', en: 'Change the effect' },
  parameters,
  edit: (document, { on, at, effect }) =>
    withEffectsAt(document, on, (list) =>
      at < list.length ? list.with(at, effect) : refuse('effect-unknown'),
    ),
});
