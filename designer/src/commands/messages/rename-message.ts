import { defineCommand, isRefusal } from '../command.ts';
import { withNewName } from '../edit/declarations.ts';
import { withEffects } from '../edit/effects.ts';
import { withNodes } from '../edit/nodes.ts';
import { mapValues } from '../edit/records.ts';
import { mapActivities } from '../edit/transitions.ts';
import { name } from '../readers.ts';

export const renameMessage = defineCommand({
  name: 'rename-message',
  label: { it: 'Rinomina il messaggio', en: 'Rename the message' },
  parameters: { message: name, to: name },
  edit: (document, { message, to }) => {
    const declared = withNewName(document, 'messages', message, to);
    if (isRefusal(declared) || message === to) return declared;
    const effects = withEffects(declared, (effect) =>
      effect.type === 'message' && effect.params.message === message
        ? { ...effect, params: { message: to } }
        : effect,
    );
    return withNodes(effects, (node) =>
      mapActivities(node, (activity) => {
        const { messages } = activity.input;
        if (!messages || !Object.values(messages).includes(message)) return activity;
        const renamed = mapValues(messages, (sent) => (sent === message ? to : sent));
        return { ...activity, input: { ...activity.input, messages: renamed } };
      }),
    );
  },
});
