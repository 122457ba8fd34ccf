import { defineCommand, isRefusal } from '../command.ts';
import { withNewName } from '../edit/declarations.ts';
import { withNodes } from '../edit/nodes.ts';
import { mapValues, withKey } from '../edit/records.ts';
import { mapActivities } from '../edit/transitions.ts';
import { name } from '../readers.ts';

/** Another name for a form, with every action and activity that it belongs to. */
export const renameForm = defineCommand({
  name: 'rename-form',
  label: { it: 'Rinomina il modulo', en: 'Rename the form' },
  parameters: { form: name, to: name },
  edit: (document, { form, to }) => {
    const declared = withNewName(document, 'forms', form, to);
    if (isRefusal(declared) || form === to) return declared;
    const change = <T extends { readonly form?: string }>(one: T): T =>
      one.form === form ? { ...one, form: to } : one;
    const actions = mapValues(declared.actions, change);
    return withNodes(withKey(declared, 'actions', actions), (node) =>
      mapActivities(node, (activity) => withKey(activity, 'input', change(activity.input))),
    );
  },
});
