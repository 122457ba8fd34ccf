import type { MapNode } from '@percorso/designer/map';

interface PopulatedStep {
  readonly step: MapNode;
  /** 1 for a step inside one that is shown. */
  readonly depth: 0 | 1;
  readonly count: number;
}

/**
 * The steps where somebody stands. Of those that contain others only the innermost is shown, as
 * the heading of what it contains: the ones around it would say the same number again and again.
 */
export function populatedSteps(
  steps: readonly MapNode[],
  counts: Readonly<Record<string, number>>,
): PopulatedStep[] {
  const countOf = ({ key }: MapNode) => counts[key] ?? 0;
  const populated = steps.filter((step) => countOf(step) > 0);
  const containing = new Set(populated.map(({ parent }) => parent));
  const isLeaf = ({ key }: MapNode) => !containing.has(key);
  const headings = new Set(populated.filter(isLeaf).map(({ parent }) => parent));
  return populated
    .filter((step) => isLeaf(step) || headings.has(step.key))
    .map((step) => ({
      step,
      depth: isLeaf(step) && step.parent !== undefined ? 1 : 0,
      count: countOf(step),
    }));
}
