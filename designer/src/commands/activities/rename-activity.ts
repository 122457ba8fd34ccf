import { defineCommand } from '../command.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { placedActivities } from '../uses/use.ts';
import { withActivity } from './find-activity.ts';

export const renameActivity = defineCommand({
  name: 'rename-activity',
  label: { it: 'Rinomina l’attività', en: 'Rename the activity' },
  parameters: { activity: name, to: name },
  edit: (document, { activity, to }) => {
    const isTaken = placedActivities(document).some((one) => one.activity.id === to);
    if (isTaken && to !== activity) return refuse('name-taken', to);
    return withActivity(document, activity, (one) => (to === one.id ? one : { ...one, id: to }));
  },
});
