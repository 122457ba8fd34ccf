import type { PathwayDocument } from '@percorso/engine';
import type { Step } from '../editor/edit-history.ts';
import { type Box, isInside, middleOf, type Point } from '../map/box.ts';
import { type MapNode, PADDING, PADDING_TOP } from '../map/map-nodes.ts';
import { absoluteBoxes } from './boxes.ts';
import { isContainer } from './folded.ts';

/** Steps and the places, in the step that contains them, where they are let go. */
export type Moves = ReadonlyMap<string, Point>;

interface Placed {
  readonly key: string;
  /** The group that it now is in; undefined at the top level. */
  readonly into: string | undefined;
  readonly at: Point;
}

/** The group in which a step would be when it is let go; undefined is the top level. */
export function groupUnder(
  steps: readonly MapNode[],
  moves: Moves,
  key: string,
): string | undefined {
  const boxes = absoluteBoxes(steps);
  const step = steps.find((one) => one.key === key);
  if (!step) return undefined;
  // A region stays one of those side by side: as a step elsewhere it would mean something else.
  const parent = steps.find((one) => one.key === step.parent);
  if (parent?.kind === 'regions') return parent.key;
  const middle = middleOf(movedBox(step, boxes, moves));
  const isOutside = outsideOf(steps, moves);
  return steps.findLast(
    (one) => isContainer(one) && isOutside(one) && isInside(middle, boxes.get(one.key) as Box),
  )?.key;
}

function movedBox(step: MapNode, boxes: ReadonlyMap<string, Box>, moves: Moves): Box {
  const around = step.parent === undefined ? undefined : boxes.get(step.parent);
  const at = moves.get(step.key) ?? step;
  const { width, height } = step;
  return { x: (around?.x ?? 0) + at.x, y: (around?.y ?? 0) + at.y, width, height };
}

/** Whether a step neither moves itself nor is inside one that does. */
function outsideOf(steps: readonly MapNode[], moves: Moves): (step: MapNode) => boolean {
  const moving = new Set<string>(moves.keys());
  for (const { key, parent } of steps) if (parent && moving.has(parent)) moving.add(key);
  return ({ key }) => !moving.has(key);
}

/**
 * The commands for steps that were dragged: into another group where they were let go over one, and
 * their places. A group whose steps were pushed over its left or upper border grows that way.
 */
export function dropSteps(
  document: PathwayDocument,
  steps: readonly MapNode[],
  moves: Moves,
  isRegrouping = true,
): readonly Step[] {
  const boxes = absoluteBoxes(steps);
  const placed = [...moves.keys()].flatMap((key): Placed[] => {
    const step = steps.find((one) => one.key === key);
    if (!step) return [];
    const into = isRegrouping ? groupUnder(steps, moves, key) : step.parent;
    const { x, y } = movedBox(step, boxes, moves);
    const around = into === undefined ? undefined : boxes.get(into);
    return [{ key, into, at: rounded({ x: x - (around?.x ?? 0), y: y - (around?.y ?? 0) }) }];
  });
  const regrouped = placed
    .filter(({ key, into }) => steps.find((one) => one.key === key)?.parent !== into)
    .map(({ key, into }): Step => {
      const parameters = { step: key, ...(into !== undefined && { into }) };
      return { name: 'move-step', parameters };
    });
  const positions = withRoom(steps, placed);
  const isMoved = Object.entries(positions).some(([key, { x, y }]) => {
    const at = document.steps[key]?.at;
    return at?.x !== x || at.y !== y;
  });
  if (regrouped.length === 0 && !isMoved) return [];
  return [...regrouped, { name: 'set-positions', parameters: { positions } }];
}

/** The places, and those of what has to give way: what is inside a group stays inside it. */
function withRoom(steps: readonly MapNode[], placed: readonly Placed[]): Record<string, Point> {
  const positions = new Map(placed.map(({ key, at }) => [key, at]));
  const parents = new Map(steps.map(({ key, parent }) => [key, parent]));
  for (const { key, into } of placed) parents.set(key, into);
  const places = new Map(steps.map((step) => [step.key, step as Point]));
  const at = (key: string) => positions.get(key) ?? places.get(key)!;
  // The innermost groups first: one that grows may push against the border of the one around it.
  for (const { key: group } of [...steps].filter(isContainer).reverse()) {
    const inside = [...parents].filter(([, parent]) => parent === group).map(([key]) => key);
    if (!inside.some((key) => positions.has(key))) continue;
    const x = Math.max(0, PADDING - Math.min(...inside.map((key) => at(key).x)));
    const y = Math.max(0, PADDING_TOP - Math.min(...inside.map((key) => at(key).y)));
    if (x === 0 && y === 0) continue;
    for (const key of inside) positions.set(key, { x: at(key).x + x, y: at(key).y + y });
    positions.set(group, { x: at(group).x - x, y: at(group).y - y });
  }
  return Object.fromEntries([...positions].map(([key, point]) => [key, rounded(point)]));
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
