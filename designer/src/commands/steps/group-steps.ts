import type { MachineNode } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { findNode, findStep, isFree, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { anchored } from '../edit/targets.ts';
import { name, names, optional, point, words } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = {
  steps: names,
  group: name,
  label: words,
  initial: optional(name),
  at: optional(point),
};

/** Steps side by side become one group; every arrow stays as it is. */
export const groupSteps = defineCommand({
  name: 'group-steps',
  label: { it: 'Raggruppa i passi', en: 'Group the steps' },
  parameters,
  edit: (document, { steps, group, label, initial, at }) => {
    if (!isFree(document, group)) return refuse('name-taken', group);
    const found = steps.map((step) => findStep(document, step));
    const missing = found.find((one) => 'code' in one);
    if (missing) return missing as Extract<typeof missing, { code: unknown }>;
    const parents = new Set(found.map((one) => ('parent' in one ? one.parent : undefined)));
    const [parent] = parents;
    if (parents.size !== 1 || parent === undefined) return refuse('not-beside');
    const free = anchored(document, steps);
    const around = findNode(free, parent);
    if ('code' in around) return around;
    const inner = Object.entries(around.node.states ?? {}).filter(([key]) => steps.includes(key));
    if (parent === document.machine.id && inner.some(([, node]) => node.type === 'final')) {
      return refuse('ends-differ');
    }
    const begins = inner.filter(([, node]) => node.type !== 'history').map(([key]) => key);
    const first = around.node.initial !== undefined && begins.includes(around.node.initial);
    const start = initial ?? (first ? around.node.initial : begins[0]);
    if (start === undefined || !begins.includes(start)) return refuse('simple-step-needed', start);
    const made = { id: group, initial: start, states: Object.fromEntries(inner) };
    const grouped = withNode(free, parent, (node) => enclosing(node, steps, group, made));
    const steps2 = { ...grouped.steps, [group]: { label, ...(at !== undefined && { at }) } };
    return withKey(grouped, 'steps', steps2);
  },
});

/** The container in which the group stands where the first of its steps stood. */
function enclosing(
  node: MachineNode,
  steps: readonly string[],
  group: string,
  made: MachineNode,
): MachineNode {
  const children = Object.entries(node.states ?? {});
  const first = children.findIndex(([key]) => steps.includes(key));
  const states = children.flatMap((child, index): [string, MachineNode][] => {
    if (index === first) return [[group, made]];
    return steps.includes(child[0]) ? [] : [child];
  });
  const isBegun = node.initial !== undefined && steps.includes(node.initial);
  return {
    ...node,
    ...(isBegun && { initial: group }),
    states: Object.fromEntries(states),
  };
}
