import { defineCommand } from '../command.ts';
import { findTransition, place, withTransitions } from './place.ts';

export const removeTransition = defineCommand({
  name: 'remove-transition',
  label: { it: 'Togli il passaggio', en: 'Remove the transition' },
  parameters: { transition: place },
  edit: (document, { transition }) => {
    const found = findTransition(document, transition);
    if ('code' in found) return found;
    const { index, ...of } = transition;
    return withTransitions(document, of, (list) => list.toSpliced(index, 1));
  },
});
