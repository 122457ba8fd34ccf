import type { PathwayDocument } from '@percorso/engine';
import { type Box, isNear } from '../map/box.ts';
import { mapEdges } from '../map/map-edges.ts';
import { type MapNode, mapNodes, PADDING, PADDING_TOP, sizeAround } from '../map/map-nodes.ts';
import { freePlaceBeside } from './place-beside.ts';
import type { Positions } from './positions.ts';
import { type SiblingArrow, siblingArrows } from './sibling-arrows.ts';

/** Steps nearer than this are moved apart. */
const MARGIN = 16;

/**
 * The places of a document's steps, changed as little as possible: a step without a place gets one
 * next to where its arrow comes from, and what overlaps is moved apart, to the right or down.
 */
export function roomMade(document: PathwayDocument): Positions {
  const steps = mapNodes(document);
  const inside = Map.groupBy(steps, ({ parent }) => parent);
  const arrows = siblingArrows(steps, mapEdges(document));
  const places: Record<string, { x: number; y: number }> = {};
  const arrange = (container: string | undefined): readonly Box[] => {
    const isOutermost = container === undefined;
    const sized = (inside.get(container) ?? []).map((step) => ({ ...step, ...sizeOf(step) }));
    const isPlaced = ({ key }: MapNode) => document.steps[key]?.at !== undefined;
    const placed = placedAll(sized, isPlaced, arrows.get(container) ?? []);
    const apart = movedApart(isOutermost ? placed : withinBorder(placed));
    for (const { key, x, y } of apart) places[key] = { x, y };
    return apart;
  };
  const sizeOf = ({ key }: MapNode) => sizeAround(arrange(key));
  arrange(undefined);
  return places;
}

/** The steps without a place after those with one, each beside a step that leads to it. */
function placedAll(
  steps: readonly MapNode[],
  isPlaced: (step: MapNode) => boolean,
  arrows: readonly SiblingArrow[],
): readonly MapNode[] {
  const placed = steps.filter(isPlaced);
  for (const step of steps.filter((one) => !isPlaced(one))) {
    const before = placed.find(({ key }) =>
      arrows.some(({ from, to }) => from === key && to === step.key),
    );
    const beside = before ?? placed.at(-1);
    placed.push(beside ? { ...step, ...freePlaceBeside(beside, placed, step) } : step);
  }
  return placed;
}

/** All moved alike, as far as the container's border and title ask for it. */
function withinBorder(steps: readonly MapNode[]): readonly MapNode[] {
  const dx = Math.max(0, PADDING - Math.min(...steps.map(({ x }) => x)));
  const dy = Math.max(0, PADDING_TOP - Math.min(...steps.map(({ y }) => y)));
  return dx + dy === 0 ? steps : steps.map((step) => ({ ...step, x: step.x + dx, y: step.y + dy }));
}

/** From the top left on, whatever overlaps an earlier step goes the shorter way out. */
function movedApart(steps: readonly MapNode[]): readonly MapNode[] {
  const apart: MapNode[] = [];
  for (const step of steps.toSorted((a, b) => a.x + a.y - (b.x + b.y))) {
    let moved = step;
    for (;;) {
      const hit = apart.find((other) => isNear(other, moved, MARGIN));
      if (!hit) break;
      const right = hit.x + hit.width + MARGIN;
      const below = hit.y + hit.height + MARGIN;
      const isRight = right - moved.x <= below - moved.y;
      moved = isRight ? { ...moved, x: right } : { ...moved, y: below };
    }
    apart.push(moved);
  }
  return apart;
}
