import type { MessageDeclaration } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { redeclared } from '../edit/declarations.ts';
import { name, part } from '../readers.ts';

const parameters = { message: name, is: part<MessageDeclaration>() };

export const changeMessage = defineCommand({
  name: 'change-message',
  label: { it: 'Cambia il messaggio', en: 'Change the message' },
  parameters,
  edit: (document, { message, is }) => redeclared(document, 'messages', message, is),
});
