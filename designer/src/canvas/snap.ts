import type { Box, Point } from '../map/box.ts';

/** A line along which what is dragged stands with something else. */
export interface Guide {
  readonly axis: 'x' | 'y';
  /** On the axis. */
  readonly at: number;
  /** Across it: from where to where the line is drawn. */
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  /** How far the box is moved to stand in line. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

const DISTANCE = 6;

/**
 * Edges and middles of what stands around draw a box that comes nearer than 6 pixels of the screen
 * to stand in line with them.
 */
export function snap(box: Box, others: readonly Box[], zoom = 1): Snapped {
  const x = nearest('x', box, others, DISTANCE / zoom);
  const y = nearest('y', box, others, DISTANCE / zoom);
  const by = { x: x?.by ?? 0, y: y?.by ?? 0 };
  const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
  const guides = [x && guideOf('x', moved, x), y && guideOf('y', moved, y)];
  return { by, guides: guides.filter((one) => one !== undefined) };
}

interface Near {
  readonly by: number;
  readonly at: number;
  readonly other: Box;
}

function nearest(
  axis: 'x' | 'y',
  box: Box,
  others: readonly Box[],
  most: number,
): Near | undefined {
  let found: Near | undefined;
  for (const other of others) {
    for (const at of linesOf(axis, other)) {
      for (const own of linesOf(axis, box)) {
        const by = at - own;
        const isNearer = Math.abs(by) < Math.abs(found?.by ?? Number.POSITIVE_INFINITY);
        if (Math.abs(by) <= most && isNearer) found = { by, at, other };
      }
    }
  }
  return found;
}

function linesOf(axis: 'x' | 'y', box: Box): readonly [number, number, number] {
  const length = axis === 'x' ? box.width : box.height;
  return [box[axis], box[axis] + length / 2, box[axis] + length];
}

function guideOf(axis: 'x' | 'y', box: Box, { at, other }: Near): Guide {
  const across = axis === 'x' ? 'y' : 'x';
  const [from] = linesOf(across, box);
  const [begin, , end] = linesOf(across, other);
  const to = linesOf(across, box)[2];
  return { axis, at, from: Math.min(from, begin), to: Math.max(to, end) };
}
