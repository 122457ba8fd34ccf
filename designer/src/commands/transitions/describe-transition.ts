import { defineCommand } from '../command.ts';
import { withKey } from '../edit/records.ts';
import { orNone, remark } from '../readers.ts';
import { place, withTransition } from './place.ts';

const parameters = { transition: place, description: orNone(remark) };

export const describeTransition = defineCommand({
  name: 'describe-transition',
  label: { it: 'Annota il passaggio', en: 'Annotate the transition' },
  parameters,
  edit: (document, { transition, description }) =>
    withTransition(document, transition, (one) => withKey(one, 'description', description)),
});
