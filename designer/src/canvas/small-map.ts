import { type Box, boxAroundAll } from '../map/box.ts';
import type { CanvasNode } from './canvas-nodes.ts';
import { isContainer } from './folded.ts';

/** All the steps as few shapes. */
export interface SmallMapShapes {
  readonly around: Box | undefined;
  /** Groups that lie one within the other, from the outermost. */
  readonly groups: readonly string[];
  readonly steps: string;
}

const RADIUS = 12;

/** The steps as React Flow has them, each group before what is inside it. */
export function smallMapShapes(nodes: readonly CanvasNode[]): SmallMapShapes {
  const boxes = new Map<string, Box & { readonly depth: number }>();
  const groups: string[] = [];
  let steps = '';
  for (const { id, parentId, position, width = 0, height = 0, data } of nodes) {
    const around = boxes.get(parentId ?? '');
    const x = (around?.x ?? 0) + position.x;
    const y = (around?.y ?? 0) + position.y;
    const depth = around ? around.depth + 1 : 0;
    const box = { x, y, width, height, depth };
    boxes.set(id, box);
    if (isContainer(data.drawn)) groups[depth] = (groups[depth] ?? '') + rounded(box);
    else steps += rounded(box);
  }
  return { around: boxAroundAll([...boxes.values()]), groups, steps };
}

export function rectangle({ x, y, width, height }: Box): string {
  return `M${x},${y}h${width}v${height}h${-width}z`;
}

function rounded({ x, y, width, height }: Box): string {
  const [r, across, down] = [RADIUS, width - 2 * RADIUS, height - 2 * RADIUS];
  const turn = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`;
  return (
    `M${x + r},${y}h${across}${turn(r, r)}v${down}${turn(-r, r)}` +
    `h${-across}${turn(-r, -r)}v${-down}${turn(r, -r)}z`
  );
}
