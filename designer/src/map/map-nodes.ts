import type {
  MachineNode,
  PathwayDocument,
  StageDeclaration,
  StepDeclaration,
  Words,
} from '@percorso/engine';
import { type DocumentStep, documentSteps } from '../document-steps.ts';
import { oncePer } from '../once-per.ts';

/** Sizes in pixels; `steps[…].at` in documents counts on them. */
export const LEAF_WIDTH = 200;
export const LEAF_HEIGHT = 72;
export const PADDING = 24;
export const PADDING_TOP = 56;
const GAP = 40;

/** A step as it stands on the drawing. */
export interface MapNode {
  readonly key: string;
  readonly label: Words;
  readonly kind: 'step' | 'group' | 'regions' | 'end' | 'return';
  readonly parent: string | undefined;
  readonly stage: StageDeclaration | undefined;
  /** The top left corner, relative to the step that contains it. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The steps of a document with place and size; a composite is as large as what is inside it. */
export function mapNodes(document: PathwayDocument): readonly MapNode[] {
  const steps = documentSteps(document);
  const stages = new Map(document.stages.map((stage) => [stage.id, stage]));
  const boxes = boxesOf(document, steps);
  return steps.map(({ key, node, parent }) => {
    const declaration = document.steps[key];
    const stage = declaration?.stage ? stages.get(declaration.stage) : undefined;
    const { x, y, width, height } = boxes.get(key)!;
    return mapNode(node, key, parent, declaration, stage, x, y, width, height);
  });
}

const mapNode = oncePer(
  (
    node: MachineNode,
    key: string,
    parent: string | undefined,
    declaration: StepDeclaration | undefined,
    stage: StageDeclaration | undefined,
    ...[x, y, width, height]: [number, number, number, number]
  ): MapNode => ({
    key,
    label: declaration?.label ?? { it: key, en: key },
    kind: kindOf(node),
    parent,
    stage,
    x,
    y,
    width,
    height,
  }),
);

function kindOf(node: MachineNode): MapNode['kind'] {
  if (node.type === 'parallel') return 'regions';
  if (node.type === 'final') return 'end';
  if (node.type === 'history') return 'return';
  return node.states ? 'group' : 'step';
}

/** From the inside out: a box needs the boxes inside it. */
function boxesOf(
  document: PathwayDocument,
  steps: readonly DocumentStep[],
): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const inside = Map.groupBy(steps, ({ parent }) => parent);
  const place = (parent: string | undefined): Box[] => {
    let nextX = parent === undefined ? 0 : PADDING;
    return (inside.get(parent) ?? []).map(({ key }) => {
      const children = place(key);
      const size = sizeAround(children);
      // A step without a place stands to the right of the one before it.
      const at = document.steps[key]?.at ?? { x: nextX, y: parent === undefined ? 0 : PADDING_TOP };
      const box = { x: at.x, y: at.y, ...size };
      boxes.set(key, box);
      nextX = Math.max(nextX, box.x + box.width + GAP);
      return box;
    });
  };
  place(undefined);
  return boxes;
}

/** Of a step with these steps inside it, or of one with none. */
export function sizeAround(children: readonly Box[]): { width: number; height: number } {
  if (children.length === 0) return { width: LEAF_WIDTH, height: LEAF_HEIGHT };
  return {
    width: Math.max(...children.map(({ x, width }) => x + width)) + PADDING,
    height: Math.max(...children.map(({ y, height }) => y + height)) + PADDING,
  };
}
