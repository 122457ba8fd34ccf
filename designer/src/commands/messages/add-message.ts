import type { MessageDeclaration } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { declared } from '../edit/declarations.ts';
import { name, part } from '../readers.ts';

const parameters = { message: name, is: part<MessageDeclaration>() };

export const addMessage = defineCommand({
  name: 'add-message',
  label: { it: 'Aggiungi un messaggio', en: 'Add a message' },
  parameters,
  edit: (document, { message, is }) => declared(document, 'messages', message, is),
});
