import { defineCommand } from '../command.ts';
import { findStep, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { withIds } from '../edit/targets.ts';
import { name, oneOf, orNone } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = { step: name, history: oneOf('shallow', 'deep'), otherwise: orNone(name) };

/** How much a return remembers, and where it leads when there is nothing to remember yet. */
export const changeHistory = defineCommand({
  name: 'change-history',
  label: { it: 'Cambia il ritorno', en: 'Change the return' },
  parameters,
  edit: (document, { step, history, otherwise }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    if (found.node.type !== 'history') {
      return refuse('name-unknown', { it: `il ritorno «${step}»`, en: `return “${step}”` });
    }
    const end = otherwise === null ? undefined : findStep(document, otherwise);
    if (end && 'code' in end) return end;
    const target = otherwise === null ? undefined : `#${otherwise}`;
    const changed = withNode(document, step, (node) =>
      withKey({ ...node, history }, 'target', target),
    );
    return otherwise === null ? changed : withIds(changed, [otherwise]);
  },
});
