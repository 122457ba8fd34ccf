import type { PathwayDocument } from '@percorso/engine';
import { nodesOf, withNodes } from '../commands/edit/nodes.ts';
import { withIds } from '../commands/edit/targets.ts';
import { mapTransitions } from '../commands/edit/transitions.ts';

/**
 * A target may be written as a sibling's key, and `#key` needs that step's id: where one side moved
 * a step to which the other drew an arrow, the arrow still leads there.
 */
export function anchorTargets(document: PathwayDocument): PathwayDocument {
  const parents = new Map(nodesOf(document).map(({ key, parent }) => [key, parent]));
  const named = new Set<string>();
  const changed = withNodes(document, (node, key) => {
    const anchor = <T extends { readonly target?: string }>(one: T): T => {
      const { target } = one;
      if (target === undefined) return one;
      if (!target.startsWith('#') && parents.get(target) === parents.get(key)) return one;
      const step = target.replace(/^#/, '');
      named.add(step);
      return target.startsWith('#') ? one : { ...one, target: `#${step}` };
    };
    return mapTransitions(anchor(node), anchor);
  });
  return withIds(changed, [...named]);
}
