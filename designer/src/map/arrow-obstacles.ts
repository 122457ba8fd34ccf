import type { Channels } from './arrow-shapes.ts';
import type { Box, Point } from './box.ts';

/** What an arrow had better not cross, and what crossing it is worth, in pixels of detour. */
export interface Obstacle extends Box {
  readonly cost: number;
}

/** How near to an obstacle an arrow looks for a way. */
const CLEARANCE = 6;

/** What a way costs for what it crosses; counted no farther than `most`, where any more is alike. */
export function crossingCost(
  points: readonly Point[],
  obstacles: readonly Obstacle[],
  most = Number.POSITIVE_INFINITY,
): number {
  let cost = 0;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1]!, points[index]!];
    const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
    const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
    for (const { x, y, width, height, cost: one } of obstacles) {
      if (right > x && left < x + width && bottom > y && top < y + height) {
        cost += one;
        if (cost >= most) return cost;
      }
    }
  }
  return cost;
}

/** Where lines find a way between the boxes: near what is asked for, on either side. */
export function channelsAmong(boxes: readonly Box[]): Channels {
  return {
    columns: (from, to, near) =>
      freeNear(
        boxes
          .filter(({ y, height }) => overlap(from, to, y, y + height))
          .map(({ x, width }) => [x - CLEARANCE, x + width + CLEARANCE] as const),
        near,
      ),
    rows: (from, to, near) =>
      freeNear(
        boxes
          .filter(({ x, width }) => overlap(from, to, x, x + width))
          .map(({ y, height }) => [y - CLEARANCE, y + height + CLEARANCE] as const),
        near,
      ),
  };
}

function overlap(from: number, to: number, start: number, end: number): boolean {
  return Math.max(from, to) > start - CLEARANCE && Math.min(from, to) < end + CLEARANCE;
}

type Span = readonly [number, number];

function freeNear(taken: readonly Span[], near: readonly number[]): readonly number[] {
  return [
    ...new Set(near.flatMap((wish) => [freeFrom(wish, taken, -1), freeFrom(wish, taken, 1)])),
  ];
}

/** The first free coordinate from the wished one on, downwards or upwards. */
function freeFrom(wish: number, taken: readonly Span[], direction: -1 | 1): number {
  let free = wish;
  for (;;) {
    const hit = taken.find(([start, end]) => free > start && free < end);
    if (!hit) return free;
    free = direction < 0 ? hit[0] : hit[1];
  }
}
