import type { Language } from '@percorso/engine';
import { type Edge, MarkerType } from '@xyflow/react';
import type { ArrowPath } from '../map/arrow-paths.ts';
import type { MapEdge, MapEdgeKind } from '../map/map-edges.ts';
import { arrowZ } from './canvas-nodes.ts';
import { labelPlaces } from './label-places.ts';

export interface ArrowData extends Record<string, unknown> {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** What leads that way, one under the other. */
  readonly labels: readonly string[];
  /** What it is about, where all of it is of one kind. */
  readonly kind: MapEdgeKind | 'several';
  /** What is said on the arrow while its step is looked at; nothing where that would be too much. */
  readonly short: string;
  readonly isSelected: boolean;
}

export type CanvasEdge = Edge<ArrowData, 'arrow'>;

interface Shown {
  readonly language: Language;
  /** Arrows of these steps stand out. */
  readonly selected: ReadonlySet<string>;
  /** The chosen arrow: the steps that it leads from and to. */
  readonly chosen: string | undefined;
}

type DrawnArrow = MapEdge & { readonly stands: readonly MapEdge[] };

/** The arrows as React Flow draws them, one for each pair of steps. */
export function canvasEdges(
  arrows: readonly DrawnArrow[],
  paths: ReadonlyMap<string, ArrowPath>,
  { language, selected, chosen }: Shown,
): CanvasEdge[] {
  const edges = arrows.flatMap((arrow): CanvasEdge[] => {
    const drawn = paths.get(arrow.id);
    if (!drawn) return [];
    const ways = arrow.stands.flatMap((one) => one.ways);
    const kinds = new Set(ways.map(({ kind }) => kind));
    const [kind] = kinds;
    const isSelected = arrow.stands.some(({ id }) => id === chosen);
    const isLit = isSelected || selected.has(arrow.from) || selected.has(arrow.to);
    const labels = [...new Set(ways.map(({ label }) => label[language]))];
    const data: ArrowData = {
      path: drawn.path,
      ...drawn.middle,
      labels,
      kind: kinds.size === 1 && kind ? kind : 'several',
      short: isLit && selected.size <= 1 ? shortened(labels) : '',
      isSelected,
    };
    const tone = isSelected ? 'chosen' : isLit ? 'lit' : 'quiet';
    return [
      {
        id: arrow.id,
        type: 'arrow',
        source: arrow.from,
        target: arrow.to,
        sourceHandle: 'right',
        targetHandle: 'in',
        data,
        // Without it React Flow makes one, in English and of the steps' keys.
        ariaLabel: labels.join(', '),
        zIndex: arrowZ(isLit),
        selectable: false,
        focusable: false,
        reconnectable: false,
        className: `canvas-arrow canvas-arrow-${tone}`,
        markerEnd: {
          type: MarkerType.ArrowClosed,
          color: `var(--canvas-arrow-${tone})`,
          width: 16,
          height: 16,
          markerUnits: 'userSpaceOnUse',
        },
      },
    ];
  });
  return apart(edges);
}

function shortened([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} +${others.length}` : first;
}

/** The words of arrows that run together stand one under the other. */
function apart(edges: readonly CanvasEdge[]): CanvasEdge[] {
  const labels = edges.flatMap(({ id, data }) =>
    data?.short ? [{ id, text: data.short, x: data.x, y: data.y }] : [],
  );
  const places = labelPlaces(labels);
  return edges.map((edge) => {
    const place = places.get(edge.id);
    return place && edge.data ? { ...edge, data: { ...edge.data, ...place } } : edge;
  });
}
