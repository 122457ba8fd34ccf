import { defineCommand } from '../command.ts';
import { index } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { effectsPlace, withEffectsAt } from './effects-place.ts';

export const removeEffect = defineCommand({
  name: 'remove-effect',
  label: { it: 'Togli la conseguenza', en: 'Remove the effect' },
  parameters: { on: effectsPlace, at: index },
  edit: (document, { on, at }) =>
    withEffectsAt(document, on, (list) =>
      at < list.length ? list.toSpliced(at, 1) : refuse('effect-unknown'),
    ),
});
