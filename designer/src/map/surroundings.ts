import type { Words } from '@percorso/engine';
import type { Obstacle } from './arrow-obstacles.ts';
import { type Box, boxAround, isNear } from './box.ts';
import type { MapNode } from './map-nodes.ts';

/** The steps of a drawing with their absolute places, for looking around an arrow. */
export interface Surroundings {
  readonly places: ReadonlyMap<string, Place>;
}

export interface Place {
  readonly key: string;
  readonly box: Box;
  readonly isComposite: boolean;
  /** The keys of all steps that contain it. */
  readonly around: readonly string[];
  /** What it is to the arrows that pass it, to its own, and to those of what is inside it. */
  readonly toOthers: Obstacle;
  readonly toOwn: Obstacle;
  readonly toInner: Obstacle | undefined;
}

/** In pixels of detour that not crossing it is worth. */
const COST = { step: 1200, title: 150, composite: 700 } as const;
const LETTER_PX = 10;
const BERTH_PX = 6;

export function surroundingsOf(steps: readonly MapNode[]): Surroundings {
  const places = new Map<string, Place>();
  for (const { key, kind, parent, label, x, y, width, height } of steps) {
    const outer = parent === undefined ? undefined : places.get(parent);
    const box = { x: (outer?.box.x ?? 0) + x, y: (outer?.box.y ?? 0) + y, width, height };
    const isComposite = kind === 'group' || kind === 'regions';
    const around = outer ? [...outer.around, outer.key] : [];
    places.set(key, { key, box, isComposite, around, ...obstacleOf(box, isComposite, label) });
  }
  return { places };
}

function obstacleOf(box: Box, isComposite: boolean, label: Words) {
  const letters = Math.max(label.it.length, label.en.length);
  const titleWidth = Math.min(box.width, letters * LETTER_PX + 24);
  const title = { ...box, width: titleWidth, height: 36, cost: COST.title };
  return {
    toOthers: { ...grown(box, BERTH_PX), cost: isComposite ? COST.composite : COST.step },
    // An arrow touches the border of its own ends.
    toOwn: { ...grown(box, -1), cost: COST.step },
    toInner: isComposite ? title : undefined,
  };
}

export function isWithin(inner: Place, outer: Place): boolean {
  return inner.around.includes(outer.key);
}

/** What stands in an arrow's way, no farther than `reach` from the box around both its ends. */
export function obstaclesOf(
  { places }: Surroundings,
  from: Place,
  to: Place,
  reach: number,
): readonly Obstacle[] {
  const region = boxAround(from.box, to.box);
  const obstacles: Obstacle[] = [];
  for (const place of places.values()) {
    if (!isNear(place.box, region, reach)) continue;
    // What is inside of an end is behind the border of that end.
    if (isWithin(place, from) || isWithin(place, to)) continue;
    const isAround = isWithin(from, place) || isWithin(to, place);
    const isOwn = place === from || place === to;
    const obstacle = isAround ? place.toInner : isOwn ? place.toOwn : place.toOthers;
    if (obstacle) obstacles.push(obstacle);
  }
  return obstacles;
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
