import type { Step } from '../editor/edit-history.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { topsOf } from './tops.ts';

/** The commands that take steps away, with the arrows to and from them. */
export function removeSteps(
  steps: readonly MapNode[],
  chosen: ReadonlySet<string>,
): readonly Step[] {
  const kinds = new Map(steps.map(({ key, kind }) => [key, kind]));
  return topsOf(steps, chosen).map(({ key, parent }): Step => {
    const isRegion = parent !== undefined && kinds.get(parent) === 'regions';
    return isRegion
      ? { name: 'remove-region', parameters: { region: key, arrows: 'remove' } }
      : { name: 'remove-step', parameters: { step: key, arrows: 'remove' } };
  });
}
