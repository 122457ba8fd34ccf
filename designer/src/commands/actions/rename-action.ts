import { defineCommand, isRefusal } from '../command.ts';
import { withNewName } from '../edit/declarations.ts';
import { withNodes } from '../edit/nodes.ts';
import { renamed, withKey } from '../edit/records.ts';
import { actionName } from '../readers.ts';

export const renameAction = defineCommand({
  name: 'rename-action',
  label: { it: 'Rinomina l’azione', en: 'Rename the action' },
  parameters: { action: actionName, to: actionName },
  edit: (document, { action, to }) => {
    const declared = withNewName(document, 'actions', action, to);
    if (isRefusal(declared)) return declared;
    return withNodes(declared, (node) =>
      node.on ? withKey(node, 'on', renamed(node.on, action, to)) : node,
    );
  },
});
