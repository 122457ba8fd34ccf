import { ACTIVITY_KINDS, type ActivityInput } from '@percorso/engine';
import { listed } from '../../document-steps.ts';
import { defineCommand } from '../command.ts';
import { findNode, kindOf, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { name, oneOf, part } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { placedActivities } from '../uses/use.ts';

const parameters = {
  step: name,
  activity: name,
  kind: oneOf(...ACTIVITY_KINDS),
  input: part<ActivityInput>(),
};

/** What the step waits for: where its end leads is drawn with `add-transition`. */
export const addActivity = defineCommand({
  name: 'add-activity',
  label: { it: 'Aggiungi un’attività', en: 'Add an activity' },
  parameters,
  edit: (document, { step, activity, kind, input }) => {
    const found = findNode(document, step);
    if ('code' in found) return found;
    const type = kindOf(found.node);
    if (type === 'final' || type === 'history') return refuse('final-step', step);
    const isTaken = placedActivities(document).some((one) => one.activity.id === activity);
    if (isTaken) return refuse('name-taken', activity);
    const added = { id: activity, src: kind, input };
    return withNode(document, step, (node) => {
      const before = listed(node.invoke);
      return withKey(node, 'invoke', before.length > 0 ? [...before, added] : added);
    });
  },
});
