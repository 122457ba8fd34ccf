import { type Edge, MarkerType } from '@xyflow/react';
import type { ArrowPath } from './arrow-paths.ts';
import type { Where } from './flow-nodes.ts';
import type { MapEdge } from './map-edges.ts';
import type { MapNode } from './map-nodes.ts';
import { innermost } from './present-steps.ts';

export interface ArrowData extends Record<string, unknown> {
  readonly path: string;
}

export type ArrowFlowEdge = Edge<ArrowData, 'arrow'>;

/** Those that say more lie above the others. */
const HEIGHTS = { quiet: 0, walked: 1, lit: 2 } as const;

/** The arrows as React Flow draws them: quiet, but for those of the present and chosen steps. */
export function flowEdges(
  steps: readonly MapNode[],
  arrows: readonly MapEdge[],
  paths: ReadonlyMap<string, ArrowPath>,
  where: Where,
): ArrowFlowEdge[] {
  // The arrows of whatever merely contains a present step would light everything up.
  const present = new Set(innermost(steps, where.presentSteps));
  const walked = new Set(where.walkedSteps);
  return arrows.map((arrow) => {
    const isLit = where.chosen
      ? arrow.from === where.chosen || arrow.to === where.chosen
      : present.has(arrow.from);
    const isWalked = walked.has(arrow.from) && walked.has(arrow.to);
    const tone = isLit ? 'lit' : isWalked ? 'walked' : 'quiet';
    return {
      id: arrow.id,
      type: 'arrow',
      source: arrow.from,
      target: arrow.to,
      data: { path: paths.get(arrow.id)?.path ?? '' },
      className: `pathway-arrow pathway-arrow-${tone}`,
      markerEnd: { type: MarkerType.ArrowClosed, color: `var(--arrow-${tone})` },
      // Without it React Flow makes one, in English and of the steps' keys.
      ariaLabel: arrow.ways.map(({ label }) => label[where.language]).join(', '),
      zIndex: HEIGHTS[tone],
      focusable: false,
      selectable: false,
    };
  });
}
