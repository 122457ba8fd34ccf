import type { MachineNode } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { findNode, findStep, keysInside, kindOf, withNode, withoutChild } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { anchored } from '../edit/targets.ts';
import { name, optional } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = { step: name, into: optional(name) };

/**
 * Change pattern 3, “move”, from one group into another (or, without `into`, to the top level); its
 * arrows stay. A final step keeps its meaning: one that ends the case can't end a group instead.
 */
export const moveStep = defineCommand({
  name: 'move-step',
  label: { it: 'Sposta il passo in un altro gruppo', en: 'Move the step into another group' },
  parameters,
  edit: (document, { step, into = document.machine.id }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    const target = findNode(document, into);
    if ('code' in target) return target;
    if (found.parent === into) return document;
    if (keysInside(step, found.node).includes(into)) return refuse('inside-itself', step);
    const type = kindOf(target.node);
    if (type === 'final' || type === 'history') return refuse('final-step', into);
    const root = document.machine.id;
    const isEnd = found.node.type === 'final';
    if (isEnd && (found.parent === root) !== (into === root)) return refuse('ends-differ');
    const free = anchored(document, [step]);
    const moved = findStep(free, step);
    if ('code' in moved) return moved;
    const left = withoutChild(free, found.parent, step);
    const old = findNode(left, found.parent);
    if ('code' in old) return old;
    const rest = beginnings(old.node);
    if (rest.length === 0) return refuse('last-step');
    const begun = withNode(left, found.parent, (node) =>
      node.initial === step ? withKey(node, 'initial', rest[0]) : node,
    );
    return withNode(begun, into, (node) => ({
      ...node,
      ...(type === 'simple' && { initial: step }),
      states: { ...node.states, [step]: moved.node },
    }));
  },
});

function beginnings(node: MachineNode): readonly string[] {
  return Object.entries(node.states ?? {})
    .filter(([, child]) => child.type !== 'history')
    .map(([key]) => key);
}
