import { defineCommand } from '../command.ts';
import { name } from '../readers.ts';
import { withActivity } from './find-activity.ts';

/** The transitions from its end go with it. */
export const removeActivity = defineCommand({
  name: 'remove-activity',
  label: { it: 'Togli l’attività', en: 'Remove the activity' },
  parameters: { activity: name },
  edit: (document, { activity }) => withActivity(document, activity, () => undefined),
});
