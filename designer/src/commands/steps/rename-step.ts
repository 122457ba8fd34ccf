import { defineCommand } from '../command.ts';
import { findStep, isFree, withNodes } from '../edit/nodes.ts';
import { renamed, withKey } from '../edit/records.ts';
import { mapTransitions } from '../edit/transitions.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';

/** Another key for a step, wherever it is named: targets, beginnings, returns, words. */
export const renameStep = defineCommand({
  name: 'rename-step',
  label: { it: 'Rinomina il passo', en: 'Rename the step' },
  parameters: { step: name, to: name },
  edit: (document, { step, to }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    if (step === to) return document;
    if (!isFree(document, to)) return refuse('name-taken', to);
    const rename = <T extends { readonly target?: string }>(one: T): T => {
      if (one.target === `#${step}`) return { ...one, target: `#${to}` };
      return one.target === step ? { ...one, target: to } : one;
    };
    const inMachine = withNodes(document, (node, key) => {
      const named = mapTransitions(rename(node), rename);
      const begun = named.initial === step ? { ...named, initial: to } : named;
      const states = begun.states && renamed(begun.states, step, to);
      const around = states ? withKey(begun, 'states', states) : begun;
      return key === step && around.id !== undefined ? { ...around, id: to } : around;
    });
    return withKey(inMachine, 'steps', renamed(document.steps, step, to));
  },
});
