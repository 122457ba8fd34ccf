import type { PathwayDocument } from '@percorso/engine';
import { mapNodes } from '../map/map-nodes.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** BPMN needs more shapes than the map for the same steps: the room between them grows. */
const SCALE_X = 1.6;
const SCALE_Y = 2;
export const EVENT_SIZE = 36;
export const GATEWAY_SIZE = 50;

/** Where every step stands on the BPMN diagram, from its own place on the map; absolute pixels. */
export function stepBoxes(document: PathwayDocument): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { key, kind, parent, x, y, width, height } of mapNodes(document)) {
    const around = parent === undefined ? { x: 0, y: 0 } : boxes.get(parent)!;
    const corner = { x: around.x + x * SCALE_X, y: around.y + y * SCALE_Y };
    const isComposite = kind === 'group' || kind === 'regions';
    const size = isComposite
      ? { width: width * SCALE_X, height: height * SCALE_Y }
      : { width, height };
    boxes.set(key, rounded({ ...corner, ...(kind === 'end' ? square(EVENT_SIZE) : size) }));
  }
  return boxes;
}

function rounded(box: Box): Box {
  const { x, y, width, height } = box;
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  };
}

export function square(size: number) {
  return { width: size, height: size };
}

const SLOT = 60;

/** The place of the nth event on the border of a box: first below, then above. */
export function borderBox(host: Box, index: number): Box {
  const count = Math.max(1, Math.floor((host.width - 12) / SLOT));
  const isBelow = Math.floor(index / count) % 2 === 0;
  const x = host.x + 12 + SLOT * (index % count);
  const y = (isBelow ? host.y + host.height : host.y) - EVENT_SIZE / 2;
  return { x, y, ...square(EVENT_SIZE) };
}

/** Below an event on a lower border, above one on an upper border, and centred on it. */
export function boxBeyond(event: Box, host: Box, size: number): Box {
  const isBelow = event.y > host.y;
  const x = event.x - (size - EVENT_SIZE) / 2;
  const y = isBelow ? event.y + EVENT_SIZE + 8 : event.y - size - 8;
  return { x, y, ...square(size) };
}

/** To the right of a box, at half its height; `row` moves further ones down. */
export function boxRightOf(box: Box, size: number, distance: number, row = 0): Box {
  const y = box.y + (box.height - size) / 2 + row * (EVENT_SIZE + 24);
  return { x: box.x + box.width + distance, y, ...square(size) };
}

/** An arrow between two boxes in right angles: from the side, from below, or over the top. */
export function route(from: Box, to: Box): readonly Point[] {
  const [start, end] = [middleOf(from), middleOf(to)];
  const right = from.x + from.width;
  const bottom = from.y + from.height;
  if (to.x > right) {
    const x = (right + to.x) / 2;
    return bent(
      { x: right, y: start.y },
      { x, y: start.y },
      { x, y: end.y },
      { x: to.x, y: end.y },
    );
  }
  if (to.y > bottom) {
    const y = (bottom + to.y) / 2;
    return bent(
      { x: start.x, y: bottom },
      { x: start.x, y },
      { x: end.x, y },
      { x: end.x, y: to.y },
    );
  }
  const y = Math.min(from.y, to.y) - 20;
  return bent({ x: start.x, y: from.y }, { x: start.x, y }, { x: end.x, y }, { x: end.x, y: to.y });
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function bent(...points: readonly Point[]): readonly Point[] {
  return points;
}
