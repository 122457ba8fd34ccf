import type { MapNode } from '../map/map-nodes.ts';

/** The chosen steps without those inside another chosen one, which go where it goes. */
export function topsOf(steps: readonly MapNode[], chosen: ReadonlySet<string>): readonly MapNode[] {
  const inside = new Set<string>();
  for (const { key, parent } of steps) {
    if (parent !== undefined && (chosen.has(parent) || inside.has(parent))) inside.add(key);
  }
  return steps.filter(({ key }) => chosen.has(key) && !inside.has(key));
}
