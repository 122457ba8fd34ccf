import { defineCommand, isRefusal } from '../command.ts';
import { findStep } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { leadingTo, withIds } from '../edit/targets.ts';
import { name, orNone } from '../readers.ts';
import { place, withTransition } from './place.ts';

const parameters = { transition: place, to: orNone(name) };

/** Another step at the end of the arrow; none, where only the effects should happen. */
export const retargetTransition = defineCommand({
  name: 'retarget-transition',
  label: { it: 'Cambia dove porta il passaggio', en: 'Change where the transition leads' },
  parameters,
  edit: (document, { transition, to }) => {
    if (to === null)
      return withTransition(document, transition, (one) => withKey(one, 'target', null));
    const end = findStep(document, to);
    if ('code' in end) return end;
    const changed = withTransition(document, transition, (one) => leadingTo(one, to));
    return isRefusal(changed) ? changed : withIds(changed, [to]);
  },
});
