import type { Language } from '@percorso/engine';
import type { ArrowPath } from '../map/arrow-paths.ts';
import type { MapEdge, MapEdgeKind } from '../map/map-edges.ts';
import { oncePer } from '../once-per.ts';
import type { FoldedArrow } from './folded.ts';
import { labelPlaces } from './label-places.ts';

export const ARROW_TONES = ['quiet', 'lit', 'chosen'] as const;

/** An arrow as it is drawn. Plain content, to be compared. */
export interface CanvasArrow {
  readonly id: string;
  readonly path: string;
  /** Where its words stand. */
  readonly x: number;
  readonly y: number;
  /** What leads that way, one under the other. */
  readonly labels: readonly string[];
  /** What it is about, where all of it is of one kind. */
  readonly kind: MapEdgeKind | 'several';
  /** What is said on the arrow while its step is looked at; nothing where that would be too much. */
  readonly short: string;
  /** How far it stands out. */
  readonly tone: (typeof ARROW_TONES)[number];
}

interface Shown {
  readonly language: Language;
  /** Arrows of these steps stand out. */
  readonly selected: ReadonlySet<string>;
  /** The chosen arrow: the steps that it leads from and to. */
  readonly chosen: string | undefined;
}

/** The arrows, one for each pair of steps. */
export function canvasArrows(
  arrows: readonly FoldedArrow[],
  paths: ReadonlyMap<string, ArrowPath>,
  { language, selected, chosen }: Shown,
): CanvasArrow[] {
  const all = arrows.flatMap(({ id, from, to, stands }): CanvasArrow[] => {
    const drawn = paths.get(id);
    if (!drawn) return [];
    const { labels, kind } = saidOf(stands, language);
    const isChosen = stands.some((one) => one.id === chosen);
    const isLit = isChosen || selected.has(from) || selected.has(to);
    return [
      {
        id,
        path: drawn.path,
        ...drawn.middle,
        labels,
        kind,
        short: isLit && selected.size <= 1 ? shortened(labels) : '',
        tone: isChosen ? 'chosen' : isLit ? 'lit' : 'quiet',
      },
    ];
  });
  return apart(all);
}

/** What leads that way, in words, and of which kind it is. */
const saidOf = oncePer((stands: readonly MapEdge[], language: Language) => {
  const ways = stands.flatMap((one) => one.ways);
  const [kind, ...others] = new Set(ways.map((way) => way.kind));
  return {
    labels: [...new Set(ways.map(({ label }) => label[language]))],
    kind: kind && others.length === 0 ? kind : ('several' as const),
  };
});

function shortened([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} +${others.length}` : first;
}

/** The words of arrows that run together stand one under the other. */
function apart(arrows: readonly CanvasArrow[]): CanvasArrow[] {
  const labels = arrows.flatMap(({ id, short, x, y }) =>
    short ? [{ id, text: short, x, y }] : [],
  );
  const places = labelPlaces(labels);
  return arrows.map((arrow) => {
    const place = places.get(arrow.id);
    return place ? { ...arrow, ...place } : arrow;
  });
}
