import { defineCommand } from '../command.ts';
import { findStep, kindOf, withNode } from '../edit/nodes.ts';
import { own, withKey } from '../edit/records.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';

/** The regions become steps of which one is done at a time, beginning with `initial`. */
export const makeGroupSequential = defineCommand({
  name: 'make-group-sequential',
  label: { it: 'Svolgi i rami uno alla volta', en: 'Do the branches one at a time' },
  parameters: { group: name, initial: name },
  edit: (document, { group, initial }) => {
    const found = findStep(document, group);
    if ('code' in found) return found;
    if (kindOf(found.node) !== 'regions') return refuse('regions-needed', group);
    if (!own(found.node.states, initial)) return refuse('step-unknown', initial);
    return withNode(document, group, (node) =>
      withKey(withKey(node, 'type', undefined), 'initial', initial),
    );
  },
});
