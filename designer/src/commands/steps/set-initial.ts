import { defineCommand } from '../command.ts';
import { findNode, kindOf, withNode } from '../edit/nodes.ts';
import { own, withKey } from '../edit/records.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';

/** The step in which a group, or the pathway, begins. */
export const setInitial = defineCommand({
  name: 'set-initial',
  label: { it: 'Comincia da questo passo', en: 'Begin with this step' },
  parameters: { group: name, step: name },
  edit: (document, { group, step }) => {
    const found = findNode(document, group);
    if ('code' in found) return found;
    if (kindOf(found.node) !== 'group') return refuse('group-needed', group);
    const first = own(found.node.states, step);
    if (!first) return refuse('step-unknown', step);
    if (first.type === 'history') return refuse('simple-step-needed', step);
    return withNode(document, group, (node) => withKey(node, 'initial', step));
  },
});
