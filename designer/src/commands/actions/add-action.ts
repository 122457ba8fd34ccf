import type { ActionDeclaration } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { declared } from '../edit/declarations.ts';
import { actionName, part } from '../readers.ts';

const parameters = { action: actionName, is: part<ActionDeclaration>() };

export const addAction = defineCommand({
  name: 'add-action',
  label: { it: 'Aggiungi un’azione', en: 'Add an action' },
  parameters,
  edit: (document, { action, is }) => declared(document, 'actions', action, is),
});
