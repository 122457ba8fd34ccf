import { defineCommand } from '../command.ts';
import { findStep, keysInside, kindOf, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { waysOf } from '../edit/targets.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { saidSteps } from '../uses/use.ts';

/** Every step of the group becomes a region of its own: all begin at once. */
export const makeGroupParallel = defineCommand({
  name: 'make-group-parallel',
  label: { it: 'Svolgi i passi del gruppo insieme', en: "Do the group's steps side by side" },
  parameters: { group: name },
  edit: (document, { group }) => {
    const found = findStep(document, group);
    if ('code' in found) return found;
    const type = kindOf(found.node);
    if (type === 'regions') return refuse('sequence-needed', group);
    if (type !== 'group') return refuse('group-needed', group);
    const regionOf = new Map(
      Object.entries(found.node.states ?? {}).flatMap(([region, node]) =>
        keysInside(region, node).map((key) => [key, region] as const),
      ),
    );
    const between = waysOf(document).find(({ from, to }) => {
      const [one, other] = [regionOf.get(from), regionOf.get(to)];
      return one !== undefined && other !== undefined && one !== other;
    });
    if (between)
      return refuse('transitions-between', saidSteps(document, [between.from, between.to]));
    return withNode(document, group, (node) =>
      withKey(withKey(node, 'initial', undefined), 'type', 'parallel'),
    );
  },
});
