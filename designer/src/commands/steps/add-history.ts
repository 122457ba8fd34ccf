import { defineCommand } from '../command.ts';
import { findNode, findStep, isFree, kindOf, withStep } from '../edit/nodes.ts';
import { withIds } from '../edit/targets.ts';
import { name, oneOf, optional, words } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = {
  group: name,
  step: name,
  label: words,
  history: oneOf('shallow', 'deep'),
  otherwise: optional(name),
};

/** A return to where the group was left: to its own steps (shallow) or to the innermost (deep). */
export const addHistory = defineCommand({
  name: 'add-history',
  label: { it: 'Aggiungi un ritorno', en: 'Add a return' },
  parameters,
  edit: (document, { group, step, label, history, otherwise }) => {
    const found = findNode(document, group);
    if ('code' in found) return found;
    const type = kindOf(found.node);
    if (type !== 'group' && type !== 'regions') return refuse('group-needed', group);
    if (!isFree(document, step)) return refuse('name-taken', step);
    const end = otherwise === undefined ? undefined : findStep(document, otherwise);
    if (end && 'code' in end) return end;
    const target = otherwise === undefined ? {} : { target: `#${otherwise}` };
    const node = { id: step, type: 'history', history, ...target } as const;
    const added = withStep(document, group, step, node, { label });
    return otherwise === undefined ? added : withIds(added, [otherwise]);
  },
});
