import type { MapNode } from '../map/map-nodes.ts';

/** Steps that stand less far apart than this are in one column. */
const COLUMN = 60;

/** The steps as one reads the drawing: from left to right, each before those inside it. */
export function inReadingOrder(steps: readonly MapNode[]): readonly MapNode[] {
  const inside = Map.groupBy(steps, ({ parent }) => parent);
  const ordered = (parent: string | undefined): readonly MapNode[] =>
    (inside.get(parent) ?? [])
      .toSorted((a, b) => Math.round((a.x - b.x) / COLUMN) || a.y - b.y)
      .flatMap((step) => [step, ...ordered(step.key)]);
  return ordered(undefined);
}
