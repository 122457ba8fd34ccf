import { OUTCOMES } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { findStep, withDeclaration } from '../edit/nodes.ts';
import { name, oneOf } from '../readers.ts';

const parameters = { step: name, outcome: oneOf(...OUTCOMES) };

/** How the case ended, for a final step of the top level. */
export const setOutcome = defineCommand({
  name: 'set-outcome',
  label: { it: 'Cambia l’esito', en: 'Change the outcome' },
  parameters,
  edit: (document, { step, outcome }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    return withDeclaration(document, step, (one) => ({ ...one, outcome }));
  },
});
