import type { CaseState } from '../case.ts';
import type { StepNode, StepTree } from '../tree.ts';
import type { StepMapping } from './map-steps.ts';
import { isWithin, place } from './place.ts';

export interface CarriedHistory {
  readonly history: CaseState['history'];
  /** Old history steps, by key. */
  readonly forgotten: readonly string[];
}

/**
 * What history steps remember, in the new version's ids. A memory is kept whole or forgotten: all
 * its steps must still be inside the group that it belongs to and fit together there.
 */
export function carryHistory(
  before: StepTree,
  after: StepTree,
  history: CaseState['history'],
  mapping: StepMapping,
): CarriedHistory {
  const carried: Record<string, readonly string[]> = {};
  const forgotten: string[] = [];
  const imagesOf = (id: string) =>
    (mapping.get(before.byId.get(id)!.key) ?? []).map((key) => after.steps.get(key));
  for (const [id, ids] of Object.entries(history)) {
    const [image] = imagesOf(id);
    const images = ids.map(imagesOf);
    const isWhole = images.every((one) => one.length > 0);
    const remembered = image && isWhole && rememberedBy(after, image, images.flat());
    if (remembered) carried[image.id] = remembered;
    else forgotten.push(before.byId.get(id)!.key);
  }
  return { history: carried, forgotten };
}

function rememberedBy(
  tree: StepTree,
  history: StepNode,
  images: readonly (StepNode | undefined)[],
): readonly string[] | undefined {
  const group = history.parent!;
  const inner = images.filter((one) => one !== undefined && one !== group && isWithin(one, group));
  if (inner.length === 0 || inner.length < images.length) return undefined;
  const placed = place(tree, group, inner as StepNode[], {});
  if ('rivals' in placed) return undefined;
  const isKept = (step: StepNode) =>
    history.node.history === 'deep'
      ? step.type === 'atomic' || step.type === 'final'
      : step.parent === group;
  const kept = [...placed.present].filter(isKept).sort((a, b) => a.order - b.order);
  return kept.map((step) => step.id);
}
