export { type MapEdge, type MapEdgeKind, mapEdges } from './map-edges.ts';
export { type MapNode, mapNodes } from './map-nodes.ts';
export { PathwayMap, type PathwayMapProps } from './PathwayMap.tsx';
export { PathwayOutline, type PathwayOutlineProps } from './PathwayOutline.tsx';
export type { Tally } from './tally.ts';
