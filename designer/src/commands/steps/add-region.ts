import { defineCommand } from '../command.ts';
import { findNode, isFree, kindOf, withStep } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { name, shape, words } from '../readers.ts';
import { refuse } from '../refusals.ts';

const firstStep = shape({ step: name, label: words });

/** One more region beside the others, and the step in which it begins. */
export const addRegion = defineCommand({
  name: 'add-region',
  label: { it: 'Aggiungi un ramo parallelo', en: 'Add a parallel branch' },
  parameters: { group: name, region: name, label: words, first: firstStep },
  edit: (document, { group, region, label, first }) => {
    const found = findNode(document, group);
    if ('code' in found) return found;
    if (kindOf(found.node) !== 'regions') return refuse('regions-needed', group);
    const taken = [region, first.step].find((key) => !isFree(document, key));
    if (taken !== undefined || region === first.step) return refuse('name-taken', taken ?? region);
    const node = { id: region, initial: first.step, states: { [first.step]: { id: first.step } } };
    const added = withStep(document, group, region, node, { label });
    return withKey(added, 'steps', { ...added.steps, [first.step]: { label: first.label } });
  },
});
