import type { MachineNode } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { findStep, kindOf, withNode, withoutDeclarations } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { anchored, retargeted, withFallbacks } from '../edit/targets.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';

const OWN = ['on', 'after', 'always', 'onDone', 'invoke', 'entry', 'exit'] as const;

/**
 * The steps of a group stand where the group stood; arrows to it lead to its first step. Only a
 * group that has nothing of its own: what it did for all its steps would be lost.
 */
export const ungroup = defineCommand({
  name: 'ungroup',
  label: { it: 'Sciogli il gruppo', en: 'Ungroup' },
  parameters: { group: name },
  edit: (document, { group }) => {
    const found = findStep(document, group);
    if ('code' in found) return found;
    const { initial } = found.node;
    if (kindOf(found.node) !== 'group' || initial === undefined)
      return refuse('group-needed', group);
    if (OWN.some((key) => found.node[key] !== undefined)) return refuse('group-waits', group);
    const children = Object.values(found.node.states ?? {});
    // Inside a group they said that it is done, and what they remembered was its own.
    if (children.some(({ type }) => type === 'final' || type === 'history'))
      return refuse('ends-differ');
    const toFirst = (to: string) => (to === group ? initial : to);
    const free = withFallbacks(
      retargeted(anchored(document, Object.keys(found.node.states ?? {})), toFirst),
      toFirst,
    );
    const inner = findStep(free, group);
    if ('code' in inner) return inner;
    const opened = withNode(free, found.parent, (node) => opening(node, group, inner.node));
    return withoutDeclarations(opened, [group]);
  },
});

function opening(node: MachineNode, group: string, inner: MachineNode): MachineNode {
  const states = Object.entries(node.states ?? {}).flatMap(([key, child]) =>
    key === group ? Object.entries(inner.states ?? {}) : [[key, child] as const],
  );
  const begun = node.initial === group ? withKey(node, 'initial', inner.initial) : node;
  return { ...begun, states: Object.fromEntries(states) };
}
