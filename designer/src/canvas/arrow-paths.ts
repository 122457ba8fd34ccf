import { type Box, contains, middleOf, type Point } from './boxes.ts';

type Side = 'top' | 'right' | 'bottom' | 'left';

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface ArrowPath {
  /** An SVG path in the drawing's pixels. */
  readonly path: string;
  /** Where its words stand. */
  readonly middle: Point;
}

/** One end of an arrow, where it touches a step. */
interface End {
  readonly arrow: string;
  readonly isStart: boolean;
  readonly step: string;
  readonly side: Side;
  /** Along the side, where it would stand if it were alone. */
  readonly wanted: number;
}

const CORNER = 14;
const GAP = 16;

/**
 * The curves of all arrows. Those that meet at one side of a step stand apart from each other, in
 * the order of where they come from, so that they don't cross and each can be clicked.
 */
export function arrowPaths(
  boxes: ReadonlyMap<string, Box>,
  arrows: readonly Arrow[],
): ReadonlyMap<string, ArrowPath> {
  const drawn = arrows.filter(({ from, to }) => boxes.has(from) && boxes.has(to));
  const ends = drawn.flatMap((arrow) => endsOf(arrow, boxes));
  const touching = Map.groupBy(ends, ({ step, side }) => `${step} ${side}`);
  const points = new Map<string, { readonly point: Point; readonly side: Side }>();
  for (const beside of touching.values()) {
    const { step, side } = beside[0]!;
    for (const [end, at] of spread(beside, boxes.get(step) as Box)) {
      points.set(`${end.isStart} ${end.arrow}`, { point: at, side });
    }
  }
  return new Map(
    drawn.map(({ id }) => {
      const [start, end] = [points.get(`true ${id}`)!, points.get(`false ${id}`)!];
      return [id, curve(start.point, start.side, end.point, end.side)];
    }),
  );
}

function endsOf({ id, from, to }: Arrow, boxes: ReadonlyMap<string, Box>): [End, End] {
  const [start, end] = [boxes.get(from) as Box, boxes.get(to) as Box];
  const [out, into] = sidesOf(start, end);
  const along = (side: Side, { x, y }: Point) => (side === 'left' || side === 'right' ? y : x);
  return [
    { arrow: id, isStart: true, step: from, side: out, wanted: along(out, middleOf(end)) },
    { arrow: id, isStart: false, step: to, side: into, wanted: along(into, middleOf(start)) },
  ];
}

/** The sides that face each other; an arrow between a group and its own step stays inside it. */
function sidesOf(from: Box, to: Box): [Side, Side] {
  if (contains(from, to)) return ['left', 'left'];
  if (contains(to, from)) return ['right', 'right'];
  const right = to.x - (from.x + from.width);
  const left = from.x - (to.x + to.width);
  const down = to.y - (from.y + from.height);
  const up = from.y - (to.y + to.height);
  if (Math.max(right, left) >= Math.max(down, up)) {
    return right >= left ? ['right', 'left'] : ['left', 'right'];
  }
  return down >= up ? ['bottom', 'top'] : ['top', 'bottom'];
}

/** Each end as near as can be to where it wants to be, in order, not too near the others. */
function spread(ends: readonly End[], box: Box): readonly (readonly [End, Point])[] {
  const { side } = ends[0]!;
  const isUpright = side === 'left' || side === 'right';
  const [begin, length] = isUpright ? [box.y, box.height] : [box.x, box.width];
  const [low, high] = [begin + CORNER, begin + length - CORNER];
  const sorted = [...ends].sort((a, b) => a.wanted - b.wanted || (a.arrow < b.arrow ? -1 : 1));
  const gap = Math.min(GAP, (high - low) / Math.max(1, sorted.length - 1));
  const places: number[] = [];
  for (const { wanted } of sorted) {
    const least = places.length === 0 ? low : places.at(-1)! + gap;
    places.push(Math.max(least, Math.min(high, wanted)));
  }
  for (let index = places.length - 1, most = high; index >= 0; index -= 1, most -= gap) {
    places[index] = Math.min(places[index]!, most);
  }
  const across = { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
  return sorted.map((end, index) => {
    const at = places[index]!;
    return [end, isUpright ? { x: across[side], y: at } : { x: at, y: across[side] }] as const;
  });
}

const OUTWARDS: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

function curve(start: Point, out: Side, end: Point, into: Side): ArrowPath {
  // Both on the same side only inside a group: from its border to the step, or back.
  const isWithin = out === into;
  const distance = Math.hypot(end.x - start.x, end.y - start.y);
  const bow = Math.min(120, Math.max(24, distance * 0.4));
  const reach = (point: Point, side: Side, isInwards: boolean): Point => ({
    x: point.x + OUTWARDS[side].x * bow * (isInwards ? -1 : 1),
    y: point.y + OUTWARDS[side].y * bow * (isInwards ? -1 : 1),
  });
  const one = reach(start, out, isWithin && out === 'left');
  const two = reach(end, into, isWithin && into === 'right');
  const said = [one, two, end].map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
  return {
    path: `M${round(start.x)},${round(start.y)} C${said}`,
    middle: {
      x: round((start.x + 3 * one.x + 3 * two.x + end.x) / 8),
      y: round((start.y + 3 * one.y + 3 * two.y + end.y) / 8),
    },
  };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
