import type { PathwayDocument } from '@percorso/engine';
import { type Box, isNear, type Point } from '../map/box.ts';
import { LEAF_HEIGHT, LEAF_WIDTH, mapNodes } from '../map/map-nodes.ts';
import { GAP } from './elk-options.ts';

/**
 * A free place for a new step after another one, relative to the container of both: to the right of
 * it, else below that. Costs a millisecond; undefined when there is no such step.
 */
export function placeBeside(document: PathwayDocument, step: string): Point | undefined {
  const steps = mapNodes(document);
  const before = steps.find(({ key }) => key === step);
  if (!before) return undefined;
  return freePlaceBeside(
    before,
    steps.filter(({ parent }) => parent === before.parent),
  );
}

/** To the right of `before`, or else below that, where none of the others is near. */
export function freePlaceBeside(
  before: Box,
  others: readonly Box[],
  { width, height } = { width: LEAF_WIDTH, height: LEAF_HEIGHT },
): Point {
  const { along, across } = GAP.RIGHT;
  let place = { x: before.x + before.width + along, y: before.y };
  for (;;) {
    const near = others.filter((other) => isNear(other, { ...place, width, height }, across - 1));
    if (near.length === 0) return place;
    place = { ...place, y: Math.max(...near.map((other) => other.y + other.height)) + across };
  }
}
