import { defineCommand } from '../command.ts';
import { findStep, withDeclaration } from '../edit/nodes.ts';
import { name, words } from '../readers.ts';

export const setStepLabel = defineCommand({
  name: 'set-step-label',
  label: { it: 'Cambia il nome del passo', en: "Change the step's label" },
  parameters: { step: name, label: words },
  edit: (document, { step, label }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    return withDeclaration(document, step, (one) => ({ ...one, label }));
  },
});
