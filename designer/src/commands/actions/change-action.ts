import type { ActionDeclaration } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { redeclared } from '../edit/declarations.ts';
import { actionName, part } from '../readers.ts';

const parameters = { action: actionName, is: part<ActionDeclaration>() };

/** What an action is called, who may take it and which form comes with it. */
export const changeAction = defineCommand({
  name: 'change-action',
  label: { it: 'Cambia l’azione', en: 'Change the action' },
  parameters,
  edit: (document, { action, is }) => redeclared(document, 'actions', action, is),
});
