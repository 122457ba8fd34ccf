import type { Point } from './box.ts';

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** Where an arrow leaves or meets the border of a step. */
export interface Port extends Point {
  readonly side: Side;
}

/** Coordinates at which an arrow may run between its ends: nothing stands there. */
export interface Channels {
  /** Of vertical lines that span from one height to another, near the given ones. */
  readonly columns: (from: number, to: number, near: readonly number[]) => readonly number[];
  readonly rows: (from: number, to: number, near: readonly number[]) => readonly number[];
}

/** How far an arrow runs straight out of a step before it may turn. */
const STUB = 20;
const STUB_MIN = 12;

const OUTWARD: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** Every way in right angles, of at most five turns, between two ports: out of both straight. */
export function shapesBetween(from: Port, to: Port, channels: Channels): readonly Point[][] {
  if (isHorizontal(from)) {
    return isHorizontal(to) ? sideToSide(from, to, channels) : sideToTop(from, to, channels);
  }
  const turnedChannels = { columns: channels.rows, rows: channels.columns };
  return shapesBetween(turned(from), turned(to), turnedChannels).map((points) =>
    points.map(({ x, y }) => ({ x: y, y: x })),
  );
}

function isHorizontal({ side }: Port): boolean {
  return side === 'left' || side === 'right';
}

const MIRRORED = { top: 'left', left: 'top', bottom: 'right', right: 'bottom' } as const;

function turned({ x, y, side }: Port): Port {
  return { x: y, y: x, side: MIRRORED[side] };
}

function sideToSide(from: Port, to: Port, { columns, rows }: Channels): Point[][] {
  const out = stubOf(from);
  const into = stubOf(to);
  if (from.y === to.y && isOutside(from, to.x, 2 * STUB_MIN) && isOutside(to, from.x, STUB_MIN)) {
    return [[from, to]];
  }
  const byColumn = columns(from.y, to.y, [into.x, out.x, (out.x + into.x) / 2])
    .filter((x) => isOutside(from, x, STUB_MIN) && isOutside(to, x, STUB_MIN))
    .map((x) => [from, { x, y: from.y }, { x, y: to.y }, to]);
  const byRow = rows(out.x, into.x, [from.y, to.y]).map((y) => [
    from,
    out,
    { x: out.x, y },
    { x: into.x, y },
    into,
    to,
  ]);
  return [...byColumn, ...byRow];
}

function sideToTop(from: Port, to: Port, { columns }: Channels): Point[][] {
  const corner = { x: to.x, y: from.y };
  const isDirect = isOutside(from, corner.x, STUB_MIN) && isOutside(to, corner.y, STUB_MIN);
  const into = stubOf(to);
  const byColumn = columns(from.y, into.y, [stubOf(from).x])
    .filter((x) => isOutside(from, x, STUB_MIN))
    .map((x) => [from, { x, y: from.y }, { x, y: into.y }, into, to]);
  return isDirect ? [[from, corner, to], ...byColumn] : byColumn;
}

function stubOf({ x, y, side }: Port): Point {
  return { x: x + STUB * OUTWARD[side].x, y: y + STUB * OUTWARD[side].y };
}

/** Whether a coordinate lies at least so far outwards of the port. */
function isOutside({ x, y, side }: Port, coordinate: number, distance: number): boolean {
  const outward = OUTWARD[side];
  return (coordinate - (outward.x === 0 ? y : x)) * (outward.x + outward.y) >= distance;
}
