import { targetOf } from '../../document-steps.ts';
import { defineCommand, isRefusal } from '../command.ts';
import { leadingTo, withIds } from '../edit/targets.ts';
import { name } from '../readers.ts';
import {
  causeFault,
  cause as causeReader,
  findTransition,
  place,
  withTransitions,
} from './place.ts';

/** Another step or another cause at the beginning of the arrow: another action, another wait. */
export const moveTransition = defineCommand({
  name: 'move-transition',
  label: {
    it: 'Cambia da che cosa parte il passaggio',
    en: 'Change what the transition starts from',
  },
  parameters: { transition: place, from: name, cause: causeReader },
  edit: (document, { transition, from, cause }) => {
    const found = findTransition(document, transition);
    if (isRefusal(found)) return found;
    const fault = causeFault(document, from, cause);
    if (fault) return fault;
    const { index, ...before } = transition;
    const target = targetOf(found);
    const moved = target === undefined ? found : leadingTo({ ...found, target: '#' }, target);
    const removed = withTransitions(document, before, (list) => list.toSpliced(index, 1));
    const added = withTransitions(removed, { from, ...cause }, (list) => [...list, moved]);
    return target === undefined ? added : withIds(added, [target]);
  },
});
