import type { StepNode, StepTree } from '../tree.ts';
import type { StepMapping } from './map-steps.ts';
import { isWithin } from './place.ts';

/** Where an innermost step goes on: at new steps, nowhere as its region is gone, or unclear. */
export type Claim =
  | { readonly leaf: StepNode; readonly at: readonly StepNode[] }
  | { readonly leaf: StepNode; readonly at: undefined; readonly within: StepNode };

/** The claims of the innermost steps among those present. */
export function claimsOf(
  after: StepTree,
  present: readonly StepNode[],
  mapping: StepMapping,
): Claim[] {
  const leaves = leavesOf(present);
  return leaves.map((leaf) => claimOf(after, leaves, leaf, mapping));
}

function leavesOf(present: readonly StepNode[]): StepNode[] {
  return present.filter((step) => !present.some((other) => other.parent === step));
}

function claimOf(
  after: StepTree,
  leaves: readonly StepNode[],
  leaf: StepNode,
  mapping: StepMapping,
): Claim {
  const images = imagesOf(after, leaf, mapping);
  if (images.length > 0) return { leaf, at: images };
  if (isDropped(leaves, leaf, mapping)) return { leaf, at: [] };
  for (let outer = leaf.parent; outer?.parent; outer = outer.parent) {
    const [group] = imagesOf(after, outer, mapping);
    // A group that lost its steps has become a single one: nothing else can be meant.
    if (group?.type === 'atomic') return { leaf, at: [group] };
    if (group) return { leaf, at: undefined, within: group };
  }
  return { leaf, at: undefined, within: after.root };
}

export function imagesOf(after: StepTree, step: StepNode, mapping: StepMapping): StepNode[] {
  return (mapping.get(step.key) ?? []).flatMap((key) => after.steps.get(key) ?? []);
}

/** Its whole region is gone, while something beside it, in the same parallel step, goes on. */
function isDropped(leaves: readonly StepNode[], leaf: StepNode, mapping: StepMapping): boolean {
  for (let region: StepNode = leaf; region.parent; region = region.parent) {
    const { parent } = region;
    if (parent.type !== 'parallel' || mapping.has(region.key)) continue;
    const isEmpty = !leaves.some((one) => isWithin(one, region) && mapping.has(one.key));
    const others = leaves.filter((one) => isWithin(one, parent) && !isWithin(one, region));
    if (isEmpty && others.some((one) => goesOnBelow(one, parent, mapping))) return true;
  }
  return false;
}

/** It, or a step around it that is still beside the region that is gone. */
function goesOnBelow(leaf: StepNode, outer: StepNode, mapping: StepMapping): boolean {
  for (let one: StepNode = leaf; one !== outer; one = one.parent!) {
    if (mapping.has(one.key)) return true;
  }
  return false;
}
