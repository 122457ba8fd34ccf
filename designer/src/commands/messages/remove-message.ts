import { defineCommand } from '../command.ts';
import { withoutDeclared } from '../edit/declarations.ts';
import { name } from '../readers.ts';
import { usesOfMessage } from '../uses/uses-of-message.ts';

export const removeMessage = defineCommand({
  name: 'remove-message',
  label: { it: 'Togli il messaggio', en: 'Remove the message' },
  parameters: { message: name },
  edit: (document, { message }) =>
    withoutDeclared(document, 'messages', message, usesOfMessage(document, message)),
});
