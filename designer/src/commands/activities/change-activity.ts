import { ACTIVITY_KINDS, type ActivityInput } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { name, oneOf, part } from '../readers.ts';
import { withActivity } from './find-activity.ts';

const parameters = { activity: name, kind: oneOf(...ACTIVITY_KINDS), input: part<ActivityInput>() };

/** Another kind, or another input: words, form, who does it, until when. */
export const changeActivity = defineCommand({
  name: 'change-activity',
  label: { it: 'Cambia l’attività', en: 'Change the activity' },
  parameters,
  edit: (document, { activity, kind, input }) =>
    withActivity(document, activity, (one) => ({ ...one, src: kind, input })),
});
