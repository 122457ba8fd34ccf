import type { StepNode, StepTree } from '../tree.ts';
import type { StepMapping } from './map-steps.ts';
import { isWithin } from './place.ts';

/** Where an innermost step goes on: a new step, nowhere as its region is gone, or unclear. */
export type Claim =
  | { readonly leaf: StepNode; readonly at: StepNode }
  | { readonly leaf: StepNode; readonly at: 'dropped' }
  | { readonly leaf: StepNode; readonly at: undefined; readonly within: StepNode };

/** The claims of the innermost steps among those present. */
export function claimsOf(
  after: StepTree,
  present: readonly StepNode[],
  mapping: StepMapping,
): Claim[] {
  const leaves = present.filter((step) => !present.some((other) => other.parent === step));
  return leaves.map((leaf) => claimOf(after, leaves, leaf, mapping));
}

function claimOf(
  after: StepTree,
  leaves: readonly StepNode[],
  leaf: StepNode,
  mapping: StepMapping,
): Claim {
  const image = imageOf(after, leaf, mapping);
  if (image) return { leaf, at: image };
  if (isDropped(leaves, leaf, mapping)) return { leaf, at: 'dropped' };
  for (let outer = leaf.parent; outer?.parent; outer = outer.parent) {
    const group = imageOf(after, outer, mapping);
    // A group that lost its steps has become a single one: nothing else can be meant.
    if (group?.type === 'atomic') return { leaf, at: group };
    if (group) return { leaf, at: undefined, within: group };
  }
  return { leaf, at: undefined, within: after.root };
}

/** An end is not where something that was under way goes on. */
export function imageOf(
  after: StepTree,
  step: StepNode,
  mapping: StepMapping,
): StepNode | undefined {
  const image = after.steps.get(mapping.get(step.key) ?? '');
  return image?.type === 'final' && step.type !== 'final' ? undefined : image;
}

/** Its whole region is gone, while something beside it, in the same parallel step, goes on. */
function isDropped(leaves: readonly StepNode[], leaf: StepNode, mapping: StepMapping): boolean {
  for (let region: StepNode = leaf; region.parent; region = region.parent) {
    if (region.parent.type !== 'parallel' || mapping.has(region.key)) continue;
    const { parent } = region;
    const goesOn = leaves.filter((one) => isWithin(one, parent) && mapping.has(one.key));
    const isEmpty = !goesOn.some((one) => isWithin(one, region));
    if (goesOn.length > 0 && isEmpty) return true;
  }
  return false;
}
