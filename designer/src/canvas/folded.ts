import type { MapEdge } from '../map/map-edges.ts';
import { LEAF_HEIGHT, LEAF_WIDTH, type MapNode } from '../map/map-nodes.ts';
import { oncePer } from '../once-per.ts';

/** An arrow that is drawn, and those that it stands for. */
export type FoldedArrow = MapEdge & { readonly stands: readonly MapEdge[] };

export interface FoldedDrawing {
  readonly steps: readonly MapNode[];
  /** How many steps each folded group hides. */
  readonly hiddenCounts: ReadonlyMap<string, number>;
  /** The step that stands for each hidden one. */
  readonly standIns: ReadonlyMap<string, string>;
}

/** The steps that are drawn while some groups are folded. */
export function folded(steps: readonly MapNode[], groups: ReadonlySet<string>): FoldedDrawing {
  const hiddenCounts = new Map<string, number>();
  const standIns = new Map<string, string>();
  if (groups.size === 0) return { steps, hiddenCounts, standIns };
  const left: MapNode[] = [];
  // Each step comes before those inside it, so what stands for its group is known already.
  for (const step of steps) {
    const parent = step.parent;
    const hiding =
      parent === undefined ? undefined : groups.has(parent) ? parent : standIns.get(parent);
    const standIn = hiding === undefined ? undefined : (standIns.get(hiding) ?? hiding);
    if (standIn !== undefined) {
      standIns.set(step.key, standIn);
      hiddenCounts.set(standIn, (hiddenCounts.get(standIn) ?? 0) + 1);
    } else if (groups.has(step.key) && isContainer(step)) {
      left.push({ ...step, width: LEAF_WIDTH, height: LEAF_HEIGHT });
    } else {
      left.push(step);
    }
  }
  return { steps: left, hiddenCounts, standIns };
}

export function isContainer({ kind }: Pick<MapNode, 'kind'>): boolean {
  return kind === 'group' || kind === 'regions';
}

/** Arrows to and from hidden steps end at the group that hides them; those within it are left out. */
export function foldedArrows(
  arrows: readonly MapEdge[],
  standIns: ReadonlyMap<string, string>,
): readonly FoldedArrow[] {
  if (standIns.size === 0) return arrows.map(standingAlone);
  const found = new Map<string, MapEdge & { stands: MapEdge[] }>();
  for (const arrow of arrows) {
    const from = standIns.get(arrow.from) ?? arrow.from;
    const to = standIns.get(arrow.to) ?? arrow.to;
    if (from === to) continue;
    const id = `${from} ${to}`;
    const known = found.get(id);
    if (known) known.stands.push(arrow);
    else found.set(id, { ...arrow, id, from, to, stands: [arrow] });
  }
  return [...found.values()];
}

const standingAlone = oncePer((arrow: MapEdge): FoldedArrow => ({ ...arrow, stands: [arrow] }));
