import type { PathwayDocument } from '@percorso/engine';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { documentSteps } from '../document-steps.ts';
import { mapEdges } from '../map/map-edges.ts';
import { type MapNode, mapNodes } from '../map/map-nodes.ts';
import { type Direction, layersOptions, REGIONS_OPTIONS } from './elk-options.ts';
import { essential, forwardFrom } from './forward-arrows.ts';
import { type SiblingArrow, siblingArrows } from './sibling-arrows.ts';

interface Drawing {
  readonly inside: ReadonlyMap<string | undefined, readonly MapNode[]>;
  readonly arrows: ReadonlyMap<string | undefined, readonly SiblingArrow[]>;
  readonly initials: ReadonlyMap<string | undefined, string | undefined>;
}

/**
 * The steps of a document as a graph for ELK, groups inside groups. Every arrow is drawn between
 * two steps of one container, so that each container is laid out by itself, from the inside out.
 */
export function elkGraphOf(document: PathwayDocument): ElkNode {
  const steps = mapNodes(document);
  const drawing: Drawing = {
    inside: Map.groupBy(steps, ({ parent }) => parent),
    arrows: siblingArrows(steps, mapEdges(document)),
    initials: new Map<string | undefined, string | undefined>([
      [undefined, document.machine.initial],
      ...documentSteps(document).map(({ key, node }) => [key, node.initial] as const),
    ]),
  };
  return { id: '', ...sequence(undefined, drawing) };
}

function nodeOf({ key: id, kind, width, height }: MapNode, drawing: Drawing): ElkNode {
  if (kind === 'group') return { id, ...sequence(id, drawing) };
  if (kind === 'regions') return { id, ...sideBySide(id, drawing) };
  return { id, width, height };
}

/** The content of a container whose steps follow each other. */
function sequence(container: string | undefined, drawing: Drawing): Omit<ElkNode, 'id'> {
  const steps = drawing.inside.get(container) ?? [];
  const order = firstOf(steps, drawing.initials.get(container));
  const forward = essential(forwardFrom(order, drawing.arrows.get(container) ?? []));
  return {
    layoutOptions: layersOptions(directionOf(container, steps), container === undefined),
    children: steps.map((step) => nodeOf(step, drawing)),
    edges: forward.map((arrow, index) => edgeOf(arrow, `${container ?? ''} ${index}`)),
  };
}

function sideBySide(container: string, drawing: Drawing): Omit<ElkNode, 'id'> {
  const regions = drawing.inside.get(container) ?? [];
  return {
    layoutOptions: REGIONS_OPTIONS,
    children: regions.map((step) => nodeOf(step, drawing)),
  };
}

/** The innermost groups read downwards: rightwards, a whole pathway would be too wide to read. */
function directionOf(container: string | undefined, steps: readonly MapNode[]): Direction {
  const isInnermost = steps.every(({ kind }) => kind !== 'group' && kind !== 'regions');
  return container !== undefined && isInnermost ? 'DOWN' : 'RIGHT';
}

function firstOf(steps: readonly MapNode[], first: string | undefined): readonly string[] {
  const keys = steps.map(({ key }) => key);
  return first === undefined ? keys : [first, ...keys.filter((key) => key !== first)];
}

function edgeOf({ from, to, count }: SiblingArrow, id: string): ElkExtendedEdge {
  return {
    id,
    sources: [from],
    targets: [to],
    layoutOptions: { 'elk.layered.priority.straightness': String(count) },
  };
}
