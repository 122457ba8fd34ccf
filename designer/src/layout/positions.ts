import type { ElkNode } from 'elkjs/lib/elk-api.js';

/** Where steps are on the drawing: what the command `set-positions` takes. */
export type Positions = Readonly<Record<string, { readonly x: number; readonly y: number }>>;

/** The places that ELK found, in whole pixels, each relative to the step that contains it. */
export function positionsFrom(graph: ElkNode): Positions {
  const places = (node: ElkNode): [string, { x: number; y: number }][] =>
    (node.children ?? []).flatMap((child) => [
      [child.id, { x: Math.round(child.x ?? 0), y: Math.round(child.y ?? 0) }],
      ...places(child),
    ]);
  return Object.fromEntries(places(graph));
}
