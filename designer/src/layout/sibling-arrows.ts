import type { MapEdge } from '../map/map-edges.ts';
import type { MapNode } from '../map/map-nodes.ts';

/** An arrow between two steps of the same container, standing for all between what is in them. */
export interface SiblingArrow {
  readonly from: string;
  readonly to: string;
  /** How many arrows it stands for. */
  readonly count: number;
}

/**
 * The arrows of each container (undefined: the top level). An arrow that crosses borders counts
 * between the outermost steps that hold one of its ends and not the other.
 */
export function siblingArrows(
  steps: readonly Pick<MapNode, 'key' | 'parent'>[],
  arrows: readonly Pick<MapEdge, 'from' | 'to'>[],
): ReadonlyMap<string | undefined, readonly SiblingArrow[]> {
  const parents = new Map(steps.map(({ key, parent }) => [key, parent]));
  const found = new Map<string | undefined, Map<string, SiblingArrow>>();
  for (const arrow of arrows) {
    const [from, to] = siblingsOf(chainOf(arrow.from, parents), chainOf(arrow.to, parents));
    if (from === undefined || to === undefined) continue;
    const container = parents.get(from);
    const inside = found.get(container) ?? new Map<string, SiblingArrow>();
    found.set(container, inside);
    const id = JSON.stringify([from, to]);
    inside.set(id, { from, to, count: (inside.get(id)?.count ?? 0) + 1 });
  }
  return new Map([...found].map(([container, inside]) => [container, [...inside.values()]]));
}

/** From the outermost container to the step itself. */
function chainOf(step: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const chain: string[] = [];
  for (let key: string | undefined = step; key !== undefined; key = parents.get(key)) {
    chain.unshift(key);
  }
  return chain;
}

/** Where two chains part; nothing where one step contains the other. */
function siblingsOf(from: readonly string[], to: readonly string[]) {
  const depth = from.findIndex((key, index) => key !== to[index]);
  return depth < 0 ? [] : [from[depth], to[depth]];
}
