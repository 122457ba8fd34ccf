import { type Edge, MarkerType } from '@xyflow/react';
import type { Where } from './flow-nodes.ts';
import type { MapEdge } from './map-edges.ts';
import type { MapNode } from './map-nodes.ts';
import { innermost } from './present-steps.ts';

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof SIDES)[number];

/** The arrows as React Flow draws them: quiet, but for those of the present and chosen steps. */
export function flowEdges(
  steps: readonly MapNode[],
  arrows: readonly MapEdge[],
  where: Where,
): Edge[] {
  const middles = middlesOf(steps);
  // The arrows of whatever merely contains a present step would light everything up.
  const present = new Set(innermost(steps, where.presentSteps));
  const walked = new Set(where.walkedSteps);
  return arrows.map((arrow) => {
    const isLit = where.chosen
      ? arrow.from === where.chosen || arrow.to === where.chosen
      : present.has(arrow.from);
    const isWalked = walked.has(arrow.from) && walked.has(arrow.to);
    const tone = isLit ? 'lit' : isWalked ? 'walked' : 'quiet';
    const [out, into] = sidesOf(middles.get(arrow.from), middles.get(arrow.to));
    return {
      id: arrow.id,
      source: arrow.from,
      target: arrow.to,
      sourceHandle: `out-${out}`,
      targetHandle: `in-${into}`,
      className: `pathway-arrow pathway-arrow-${tone}`,
      markerEnd: { type: MarkerType.ArrowClosed, color: `var(--arrow-${tone})` },
      focusable: false,
      selectable: false,
    };
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function middlesOf(steps: readonly MapNode[]): ReadonlyMap<string, Point> {
  const corners = new Map<string, Point>();
  const middles = new Map<string, Point>();
  for (const { key, parent, x, y, width, height } of steps) {
    const around = (parent === undefined ? undefined : corners.get(parent)) ?? { x: 0, y: 0 };
    const corner = { x: around.x + x, y: around.y + y };
    corners.set(key, corner);
    middles.set(key, { x: corner.x + width / 2, y: corner.y + height / 2 });
  }
  return middles;
}

/** The sides that face each other. */
function sidesOf(from: Point = { x: 0, y: 0 }, to: Point = { x: 1, y: 0 }): [Side, Side] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? ['right', 'left'] : ['left', 'right'];
  return dy >= 0 ? ['bottom', 'top'] : ['top', 'bottom'];
}
