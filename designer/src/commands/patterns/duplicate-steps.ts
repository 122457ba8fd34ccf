import { defineCommand } from '../command.ts';
import { findStep } from '../edit/nodes.ts';
import { names } from '../readers.ts';
import { adoptSteps } from './adopt-steps.ts';

/** Change pattern 14, “copy”, within the pathway: beside the first, with the same arrows onwards. */
export const duplicateSteps = defineCommand({
  name: 'duplicate-steps',
  label: { it: 'Duplica i passi', en: 'Duplicate the steps' },
  parameters: { steps: names },
  edit: (document, { steps }) => {
    if (steps.length === 0) return document;
    const first = findStep(document, steps[0]!);
    if ('code' in first) return first;
    return adoptSteps(document, { steps, document }, first.parent);
  },
});
