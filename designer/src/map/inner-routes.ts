import { crossingCost, type Obstacle } from './arrow-obstacles.ts';
import { SIDES, type Side } from './arrow-shapes.ts';
import { type Box, middleOf, type Point } from './box.ts';
import type { Route } from './route-arrows.ts';
import { isWithin, type Place } from './surroundings.ts';

const LOOP_PX = 22;

/** Out on the right and back in from above, at the corner. */
export function loopRoute({ x, y, width }: Box): Route {
  const right = x + width;
  const [out, into] = [
    { x: right, y: y + LOOP_PX },
    { x: right - LOOP_PX, y },
  ];
  const corner = { x: right + LOOP_PX, y: y - LOOP_PX };
  return {
    points: [out, { x: corner.x, y: out.y }, corner, { x: into.x, y: corner.y }, into],
    out: 'right',
    into: 'top',
  };
}

/** Between a step and one that contains it: straight to the border, by the easiest side. */
export function nestedRoute(from: Place, to: Place, obstacles: readonly Obstacle[]): Route {
  const isOutward = isWithin(from, to);
  const [inner, outer] = isOutward ? [from.box, to.box] : [to.box, from.box];
  const ways = SIDES.map((side) => {
    const points = straight(inner, outer, side, isOutward ? BESIDE_PX : -BESIDE_PX);
    const [a, b] = points;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    return { side, points, cost: length + crossingCost(points, obstacles) };
  });
  const { side, points } = ways.reduce((best, way) => (way.cost < best.cost ? way : best));
  return { points: isOutward ? points : points.toReversed(), out: side, into: side };
}

/** Off the middle, where the step's other arrows are. */
const BESIDE_PX = 22;

function straight(inner: Box, outer: Box, side: Side, off: number): readonly [Point, Point] {
  const middle = middleOf(inner);
  const [x, y] = [middle.x + off, middle.y + off];
  if (side === 'top')
    return [
      { x, y: inner.y },
      { x, y: outer.y },
    ];
  if (side === 'left')
    return [
      { x: inner.x, y },
      { x: outer.x, y },
    ];
  if (side === 'right') {
    return [
      { x: inner.x + inner.width, y },
      { x: outer.x + outer.width, y },
    ];
  }
  return [
    { x, y: inner.y + inner.height },
    { x, y: outer.y + outer.height },
  ];
}
