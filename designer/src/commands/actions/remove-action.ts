import { defineCommand } from '../command.ts';
import { withoutDeclared } from '../edit/declarations.ts';
import { actionName } from '../readers.ts';
import { usesOfAction } from '../uses/uses-of-action.ts';

export const removeAction = defineCommand({
  name: 'remove-action',
  label: { it: 'Togli l’azione', en: 'Remove the action' },
  parameters: { action: actionName },
  edit: (document, { action }) =>
    withoutDeclared(document, 'actions', action, usesOfAction(document, action)),
});
