import { defineCommand } from '../command.ts';
import { withKey } from '../edit/records.ts';
import { yesOrNo } from '../readers.ts';
import { place, withTransition } from './place.ts';

/** Whether a transition to the step where one is leaves it and begins it anew. */
export const setReentry = defineCommand({
  name: 'set-reentry',
  label: { it: 'Ricomincia il passo, o no', en: 'Begin the step anew, or not' },
  parameters: { transition: place, reenter: yesOrNo },
  edit: (document, { transition, reenter }) =>
    withTransition(document, transition, (one) => withKey(one, 'reenter', reenter || undefined)),
});
