import type { Language, PathwayDocument, Words } from '@percorso/engine';
import { type NodePlace, nodePlaces } from './arrows.ts';
import { type Box, stepBoxes } from './bpmn-layout.ts';
import { LEFT, type Left, type LeftReason } from './bpmn-left.ts';

/** What an event waits for or throws. */
export interface EventMeaning {
  readonly kind: 'message' | 'timer' | 'error' | 'escalation' | 'conditional';
  /** The timer's duration, the condition in words, or the escalation's code. */
  readonly value?: string;
}

/** An element of the process with its place. */
export interface Shape {
  readonly id: string;
  /** The element's type without its prefix, such as `UserTask`. */
  readonly type: string;
  /** The id of the process or the sub-process that it stands in. */
  readonly container: string;
  readonly name?: string;
  readonly documentation?: string;
  readonly box: Box;
  readonly attachedTo?: string;
  readonly meaning?: EventMeaning;
  readonly calledElement?: string;
}

export interface Flow {
  readonly id: string;
  readonly container: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly condition?: string;
  readonly isDefault?: boolean;
}

/** A BPMN diagram while it is being drawn: plain data, which `bpmn-xml.ts` writes. */
export interface Drawing {
  readonly document: PathwayDocument;
  readonly language: Language;
  readonly places: ReadonlyMap<string, NodePlace>;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly shapes: Map<string, Shape>;
  readonly flows: Flow[];
  readonly left: Left[];
}

export function blankDrawing(document: PathwayDocument, language: Language): Drawing {
  return {
    document,
    language,
    places: new Map(nodePlaces(document).map((place) => [place.key, place])),
    boxes: stepBoxes(document),
    shapes: new Map(),
    flows: [],
    left: [],
  };
}

export function addShape(drawing: Drawing, shape: Shape): Shape {
  drawing.shapes.set(shape.id, shape);
  return shape;
}

/** Says of one place what the diagram can't: nothing is dropped in silence. */
export function leaveOut(drawing: Drawing, path: string, reason: LeftReason, label: Words) {
  drawing.left.push({ path, words: LEFT[reason](label) });
}

/** A step's name in both languages; the machine itself has the pathway's. */
export function labelOf({ document }: Drawing, key: string): Words {
  return document.steps[key]?.label ?? document.title;
}

/** The steps around one, from the inside out, the machine last. */
export function around({ places }: Drawing, key: string): readonly string[] {
  const found: string[] = [];
  for (let at = places.get(key)?.parent; at !== undefined; at = places.get(at)?.parent) {
    found.push(at);
  }
  return found;
}

/** How many events already stand on a step's border. */
export function eventsOn({ shapes }: Drawing, key: string): number {
  return [...shapes.values()].filter(({ attachedTo }) => attachedTo === key).length;
}
