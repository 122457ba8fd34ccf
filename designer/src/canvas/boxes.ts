import type { MapNode } from '../map/map-nodes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where each step stands on the whole drawing, not only within the step around it. */
export function absoluteBoxes(steps: readonly MapNode[]): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { key, parent, x, y, width, height } of steps) {
    const around = parent === undefined ? undefined : boxes.get(parent);
    boxes.set(key, { x: (around?.x ?? 0) + x, y: (around?.y ?? 0) + y, width, height });
  }
  return boxes;
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function isInside({ x, y }: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** Smallest box around all of them; undefined around none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The steps around a step, the nearest first. */
export function ancestorsOf(steps: readonly MapNode[], key: string): readonly string[] {
  const parents = new Map(steps.map((step) => [step.key, step.parent]));
  const found: string[] = [];
  for (let at = parents.get(key); at !== undefined; at = parents.get(at)) found.push(at);
  return found;
}
