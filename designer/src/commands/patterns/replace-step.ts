import { ACTIVITY_KINDS, type ActivityInput, type MachineInvoke } from '@percorso/engine';
import { listed } from '../../document-steps.ts';
import { defineCommand } from '../command.ts';
import { findStep, kindOf, withDeclaration, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { name, oneOf, optional, part, shape, words } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { renameStep } from '../steps/rename-step.ts';
import { placedActivities } from '../uses/use.ts';

const activityOf = shape({
  id: name,
  kind: oneOf(...ACTIVITY_KINDS),
  input: part<ActivityInput>(),
});
const parameters = { step: name, by: name, label: words, activity: optional(activityOf) };

/**
 * Change pattern 4, “replace”: another step in the same place, with the same arrows to and from it.
 * What the old one waited for and did is gone; the new activity, if there is one, ends as it did.
 */
export const replaceStep = defineCommand({
  name: 'replace-step',
  label: { it: 'Sostituisci il passo', en: 'Replace the step' },
  parameters,
  edit: (document, { step, by, label, activity }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    if (kindOf(found.node) !== 'simple') return refuse('simple-step-needed', step);
    const [first] = listed(found.node.invoke);
    if (first && !activity && hasEnd(first)) return refuse('next-ambiguous', step);
    const isTaken = placedActivities(document).some(
      (one) => one.activity.id === activity?.id && one.step !== step,
    );
    if (isTaken) return refuse('name-taken', activity?.id);
    const invoke = activity && {
      ...first,
      id: activity.id,
      src: activity.kind,
      input: activity.input,
    };
    const bare = withNode(document, step, ({ entry: _, exit: _exit, ...node }) =>
      withKey(node, 'invoke', invoke),
    );
    const said = withDeclaration(bare, step, ({ help: _help, ...one }) => ({ ...one, label }));
    return renameStep.edit(said, { step, to: by });
  },
});

/** Without another activity the transitions from its end would start from nothing. */
function hasEnd({ onDone, onError }: MachineInvoke): boolean {
  return onDone !== undefined || onError !== undefined;
}
