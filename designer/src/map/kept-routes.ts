import { type Box, boxAround, isNear, type Point } from './box.ts';
import type { MapEdge } from './map-edges.ts';
import type { Route } from './route-arrows.ts';
import type { Place } from './surroundings.ts';

export type Ends = Pick<MapEdge, 'id' | 'from' | 'to'>;

/** Arrows with their ways, in the order in which these were sought, and what they were sought in. */
export interface Routed {
  readonly places: ReadonlyMap<string, Place>;
  readonly arrows: readonly Ends[];
  readonly routes: ReadonlyMap<string, Route>;
}

/** How far around its ends an arrow looks for a way. */
export const REACH_PX = 160;
/** How far from its lines another arrow's may have moved it: twice the widest shift, and a lane. */
const LANE_REACH_PX = 80;

/**
 * Which arrows keep their ways after an edit. A way depends on its ends, on the steps around it, on
 * the arrows sought before it that touch its steps or pass near it: where none of these changed,
 * seeking it again would find the same.
 */
export class KeptRoutes {
  readonly #former: Routed;
  readonly #candidates: ReadonlySet<string>;
  readonly #changedBoxes: Box[] = [];
  readonly #changedLines: Box[] = [];
  readonly #changedEnds = new Set<string>();

  constructor(former: Routed, places: Routed['places'], arrows: readonly Ends[]) {
    this.#former = former;
    const changedSteps = this.#changedSteps(places);
    this.#candidates = inFormerOrder(former.arrows, arrows, changedSteps);
    for (const ends of former.arrows) if (!this.#candidates.has(ends.id)) this.#forget(ends);
  }

  /** The former way, where it is the way still. */
  routeOf({ id, from, to }: Ends, fromBox: Box, toBox: Box): Route | undefined {
    if (!this.#candidates.has(id)) return undefined;
    if (this.#changedEnds.has(from) || this.#changedEnds.has(to)) return undefined;
    const region = boxAround(fromBox, toBox);
    if (this.#changedBoxes.some((box) => isNear(box, region, REACH_PX))) return undefined;
    const route = this.#former.routes.get(id)!;
    const around = boxOf(route.points);
    const isPassed = this.#changedLines.some((line) => isNear(line, around, LANE_REACH_PX));
    return isPassed ? undefined : route;
  }

  /** A way that was sought again: those sought after it see it, if it is another. */
  note(ends: Ends, route: Route): Route {
    const former = this.#candidates.has(ends.id) && this.#former.routes.get(ends.id);
    if (former && isSame(former, route)) return former;
    if (former) this.#forget(ends);
    this.#change(ends, route);
    return route;
  }

  #forget(ends: Ends): void {
    this.#change(ends, this.#former.routes.get(ends.id)!);
  }

  #change({ from, to }: Ends, { points }: Route): void {
    this.#changedEnds.add(from).add(to);
    for (let index = 1; index < points.length; index += 1) {
      this.#changedLines.push(boxOf([points[index - 1]!, points[index]!]));
    }
  }

  #changedSteps(places: Routed['places']): ReadonlySet<string> {
    const before = this.#former.places;
    const changed = new Set<string>();
    for (const key of new Set([...before.keys(), ...places.keys()])) {
      const [one, other] = [before.get(key), places.get(key)];
      if (one && other && isSamePlace(one, other)) continue;
      changed.add(key);
      for (const place of [one, other]) if (place) this.#changedBoxes.push(place.box);
    }
    return changed;
  }
}

/** The arrows whose ends stand where they stood, as far as they come one after the other still. */
function inFormerOrder(
  former: readonly Ends[],
  arrows: readonly Ends[],
  changedSteps: ReadonlySet<string>,
): ReadonlySet<string> {
  const indexes = new Map(former.map(({ id }, index) => [id, index]));
  const kept = new Set<string>();
  let last = -1;
  for (const { id, from, to } of arrows) {
    const index = indexes.get(id) ?? -1;
    if (index <= last || changedSteps.has(from) || changedSteps.has(to)) continue;
    kept.add(id);
    last = index;
  }
  return kept;
}

function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.isComposite === other.isComposite &&
    one.toInner?.width === other.toInner?.width &&
    isSameBox(one.box, other.box) &&
    one.around.length === other.around.length &&
    one.around.every((key, index) => key === other.around[index])
  );
}

function isSameBox(one: Box, other: Box): boolean {
  return (
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  );
}

function isSame(one: Route, other: Route): boolean {
  return (
    one.out === other.out &&
    one.into === other.into &&
    one.points.length === other.points.length &&
    one.points.every(({ x, y }, index) => {
      const point = other.points[index]!;
      return x === point.x && y === point.y;
    })
  );
}

function boxOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
