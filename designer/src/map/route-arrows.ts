import { Lanes } from './arrow-lanes.ts';
import { channelsAmong, crossingCost, type Obstacle } from './arrow-obstacles.ts';
import { Ports } from './arrow-ports.ts';
import { type Channels, type Port, type Side, shapesBetween } from './arrow-shapes.ts';
import { middleOf, type Point } from './box.ts';
import { loopRoute, nestedRoute } from './inner-routes.ts';
import { type Ends, KeptRoutes, REACH_PX, type Routed } from './kept-routes.ts';
import type { MapNode } from './map-nodes.ts';
import {
  isWithin,
  obstaclesOf,
  type Place,
  type Surroundings,
  surroundingsOf,
} from './surroundings.ts';

/** The way of an arrow on the drawing, in absolute pixels and right angles. */
export interface Route {
  readonly points: readonly Point[];
  /** The sides on which it leaves the one step and meets the other. */
  readonly out: Side;
  readonly into: Side;
}

/** What a turn is worth, in pixels of detour. */
const TURN_COST = 30;

/**
 * The ways of all arrows, by id: around steps that are not theirs where that is cheap, beside each
 * other, and merging with arrows that share an end. Arrows of unknown steps have none. With the
 * `former` ones it finds the same, sooner: only what an edit changed is sought again.
 */
export function routeArrows(
  steps: readonly MapNode[],
  arrows: readonly Ends[],
  former?: Routed,
): Routed {
  const surroundings = surroundingsOf(steps);
  const { places } = surroundings;
  const known = shortestFirst(places, arrows);
  const kept = former && new KeptRoutes(former, places, known);
  const ports = new Ports();
  const lanes = new Lanes();
  const routes = new Map<string, Route>();
  for (const ends of known) {
    const [from, to] = [places.get(ends.from)!, places.get(ends.to)!];
    const way = kept?.routeOf(ends, from.box, to.box) ?? sought(surroundings, ends, ports, lanes);
    const route = kept?.note(ends, way) ?? way;
    if (from !== to) {
      if (!isNested(from, to)) ports.takeEnds(ends, route);
      lanes.add(route.points, ends);
    }
    routes.set(ends.id, route);
  }
  return { places, arrows: known, routes };
}

/** The shortest first: a long arrow goes around a short one, and not the other way. */
function shortestFirst(places: Routed['places'], arrows: readonly Ends[]): readonly Ends[] {
  const known = arrows.flatMap((ends) => {
    const [from, to] = [places.get(ends.from), places.get(ends.to)];
    return from && to ? [{ ends, length: distance(from, to) }] : [];
  });
  return known.toSorted((a, b) => a.length - b.length).map(({ ends }) => ends);
}

function sought(surroundings: Surroundings, ends: Ends, ports: Ports, lanes: Lanes): Route {
  const from = surroundings.places.get(ends.from)!;
  const to = surroundings.places.get(ends.to)!;
  if (from === to) return loopRoute(from.box);
  const obstacles = obstaclesOf(surroundings, from, to, REACH_PX);
  return isNested(from, to)
    ? nestedRoute(from, to, obstacles)
    : bestRoute(ends, from, to, obstacles, ports, lanes);
}

function isNested(one: Place, other: Place): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

function distance({ box: a }: Place, { box: b }: Place): number {
  return apart(middleOf(a), middleOf(b));
}

interface Way extends Route {
  readonly cost: number;
}

function bestRoute(
  ends: Ends,
  from: Place,
  to: Place,
  obstacles: readonly Obstacle[],
  ports: Ports,
  lanes: Lanes,
): Route {
  const pairs = ports.between(ends.from, from.box, ends.to, to.box);
  const { points, out, into } = cheapestWay(pairs, obstacles);
  const crossings = crossingCost(points, obstacles);
  const moved = lanes.apart(
    points,
    ends,
    (way) => crossingCost(way, obstacles, crossings + 1) <= crossings,
  );
  return { points: moved, out, into };
}

const ANYWHERE: Channels = { columns: (_from, _to, near) => near, rows: () => [] };

/** Most arrows are short and nothing is in their way: no need to look for channels. */
function cheapestWay(pairs: Pairs, obstacles: readonly Obstacle[]): Way {
  const plain = cheapestAlong(pairs, ANYWHERE, []);
  if (plain && crossingCost(plain.points, obstacles, 1) === 0) return plain;
  return cheapestAlong(pairs, channelsAmong(obstacles), obstacles)!;
}

type Pairs = readonly (readonly [Port, Port])[];

/** Between two ports that face outwards there always is a way, if only around. */
function cheapestAlong(
  pairs: Pairs,
  channels: Channels,
  obstacles: readonly Obstacle[],
): Way | undefined {
  let best: Way | undefined;
  for (const [out, into] of pairs.toSorted((a, b) => apart(...a) - apart(...b))) {
    if (best && apart(out, into) >= best.cost) break;
    for (const points of shapesBetween(out, into, channels)) {
      const plainCost = lengthOf(points) + TURN_COST * (points.length - 2);
      if (best && plainCost >= best.cost) continue;
      const cost = plainCost + crossingCost(points, obstacles, best && best.cost - plainCost);
      if (!best || cost < best.cost) best = { points, out: out.side, into: into.side, cost };
    }
  }
  return best;
}

/** No way is shorter. */
function apart(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index += 1) {
    length += apart(points[index - 1]!, points[index]!);
  }
  return length;
}
