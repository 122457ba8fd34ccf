import { sortedJson } from '@percorso/engine';

/** How two changes of one part meet; see `merge-part.ts`. */
export type Way = 'whole' | 'record' | 'set' | 'options' | 'effects' | 'arrows' | 'order' | 'quiet';

/** One thing of a document that is changed as a whole: a name, a rule, the arrows of one cause. */
export interface Part {
  /** The element's own, or `element:property`. */
  readonly id: string;
  /** What it belongs to, such as `step/interview`; without that it can't be there. */
  readonly element: string;
  readonly property: string;
  readonly way: Way;
  readonly value: unknown;
  /** The elements that it names. */
  readonly needs: readonly string[];
  /** Equal parts have equal texts. */
  readonly text: string;
}

export type Parts = ReadonlyMap<string, Part>;

/** The element of what belongs to the pathway itself, and to the machine around all steps. */
export const PATHWAY = 'pathway';

export function partId(element: string, property: string): string {
  return property === '' ? element : `${element}:${property}`;
}

export function partOf(
  element: string,
  property: string,
  value: unknown,
  way: Way = 'whole',
  needs: readonly string[] = [],
): Part {
  const text = sortedJson(value);
  return { id: partId(element, property), element, property, way, value, needs, text };
}
