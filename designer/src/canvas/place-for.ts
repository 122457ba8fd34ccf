import { type Box, isInside, type Point } from '../map/box.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { absoluteBoxes } from './boxes.ts';

/** Where a new step stands: in which group, and where in it. */
export interface Place {
  readonly into: string | undefined;
  readonly at: Point;
}

const GRID = 8;
const RING_COUNT = 12;
const GAP = 24;

/** The place at a point of the drawing, or the nearest to it where nothing stands yet. */
export function placeFor(
  steps: readonly MapNode[],
  point: Point,
  size: { readonly width: number; readonly height: number },
  group?: string,
): Place {
  const boxes = absoluteBoxes(steps);
  const into =
    group ??
    steps.findLast(({ key, kind }) => kind === 'group' && isInside(point, boxes.get(key) as Box))
      ?.key;
  const around = (into === undefined ? undefined : boxes.get(into)) ?? { x: 0, y: 0 };
  const beside = steps.filter(({ parent }) => parent === into);
  const wanted = {
    x: rounded(point.x - around.x - size.width / 2),
    y: rounded(point.y - around.y - size.height / 2),
  };
  return { into, at: nearestFree(wanted, size, beside) };
}

function nearestFree(
  wanted: Point,
  size: { readonly width: number; readonly height: number },
  others: readonly Box[],
): Point {
  for (let ring = 0; ring <= RING_COUNT; ring += 1) {
    for (const { x, y } of ringOf(ring)) {
      const at = { x: wanted.x + x * (size.width / 2), y: wanted.y + y * (size.height / 2) };
      if (!others.some((other) => isNear({ ...at, ...size }, other))) return at;
    }
  }
  return wanted;
}

/** The places around the middle at a distance, nearest first. */
function ringOf(ring: number): readonly Point[] {
  const found: Point[] = [];
  for (let x = -ring; x <= ring; x += 1) {
    for (let y = -ring; y <= ring; y += 1) {
      if (Math.max(Math.abs(x), Math.abs(y)) === ring) found.push({ x, y });
    }
  }
  return found.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
}

function isNear(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width + GAP &&
    other.x < one.x + one.width + GAP &&
    one.y < other.y + other.height + GAP &&
    other.y < one.y + one.height + GAP
  );
}

function rounded(pixels: number): number {
  return Math.round(pixels / GRID) * GRID;
}
