import { defineCommand } from '../command.ts';
import { findStep, withDeclaration } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { name, orNone, words } from '../readers.ts';

const parameters = { step: name, help: orNone(words) };

export const setStepHelp = defineCommand({
  name: 'set-step-help',
  label: { it: 'Cambia la spiegazione del passo', en: "Change the step's help" },
  parameters,
  edit: (document, { step, help }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    return withDeclaration(document, step, (one) => withKey(one, 'help', help));
  },
});
