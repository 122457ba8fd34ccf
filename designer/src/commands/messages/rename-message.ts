import { defineCommand, isRefusal } from '../command.ts';
import { withNewName } from '../edit/declarations.ts';
import { withEffects } from '../edit/effects.ts';
import { name } from '../readers.ts';

export const renameMessage = defineCommand({
  name: 'rename-message',
  label: { it: 'Rinomina il messaggio', en: 'Rename the message' },
  parameters: { message: name, to: name },
  edit: (document, { message, to }) => {
    const declared = withNewName(document, 'messages', message, to);
    if (isRefusal(declared) || message === to) return declared;
    return withEffects(declared, (effect) =>
      effect.type === 'message' && effect.params.message === message
        ? { ...effect, params: { message: to } }
        : effect,
    );
  },
});
