import type { Box } from '../map/box.ts';
import type { MapNode } from '../map/map-nodes.ts';

/** Where each step stands on the whole drawing, not only within the step around it. */
export function absoluteBoxes(steps: readonly MapNode[]): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { key, parent, x, y, width, height } of steps) {
    const around = parent === undefined ? undefined : boxes.get(parent);
    boxes.set(key, { x: (around?.x ?? 0) + x, y: (around?.y ?? 0) + y, width, height });
  }
  return boxes;
}

/** The steps around a step, the nearest first. */
export function ancestorsOf(steps: readonly MapNode[], key: string): readonly string[] {
  const parents = new Map(steps.map((step) => [step.key, step.parent]));
  const found: string[] = [];
  for (let at = parents.get(key); at !== undefined; at = parents.get(at)) found.push(at);
  return found;
}
