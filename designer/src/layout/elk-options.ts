import type { LayoutOptions } from 'elkjs/lib/elk-api.js';
import { PADDING, PADDING_TOP } from '../map/map-nodes.ts';

export type Direction = 'RIGHT' | 'DOWN';

/** Room between steps, in pixels: arrows pass between columns, and between rows. */
export const GAP = { RIGHT: { along: 96, across: 40 }, DOWN: { along: 56, across: 40 } } as const;
const RATIO = 16 / 9;

const padding = (top: number, other: number) =>
  `[top=${top},left=${other},bottom=${other},right=${other}]`;

/** Of a container whose steps follow each other: in the order given, as far as arrows allow. */
export function layersOptions(direction: Direction, isOutermost: boolean): LayoutOptions {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.padding': isOutermost ? padding(0, 0) : padding(PADDING_TOP, PADDING),
    'elk.spacing.nodeNode': String(GAP[direction].across),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP[direction].along),
    'elk.spacing.edgeNode': '20',
    'elk.spacing.edgeEdge': '10',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  };
}

/** Of a container whose regions are there at the same time: packed, in their order. */
export const REGIONS_OPTIONS: LayoutOptions = {
  'elk.algorithm': 'rectpacking',
  'elk.padding': padding(PADDING_TOP, PADDING),
  'elk.spacing.nodeNode': '40',
  'elk.aspectRatio': String(RATIO),
};
