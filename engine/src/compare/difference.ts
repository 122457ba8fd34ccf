import type { Words } from '../document.ts';
import type { Place } from '../parse/problem.ts';

export type ElementType =
  | 'step'
  | 'transition'
  | 'activity'
  | 'timer'
  | 'action'
  | 'form'
  | 'field'
  | 'rule'
  | 'fact'
  | 'message'
  | 'stage'
  | 'words'
  | 'layout';

export type DifferenceKind = 'added' | 'removed' | 'changed' | 'renamed' | 'moved';

/** What differs, and where it stands in the later document (of something removed: the earlier). */
export interface DifferingElement {
  readonly type: ElementType;
  readonly key: string;
  /** Of a step whose key changed: the key in the earlier document. */
  readonly keyBefore?: string;
  /** RFC 6901 JSON pointer. */
  readonly path: string;
}

/** One difference between two documents, as a coordinator would tell it. Plain JSON. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly element: DifferingElement;
  /** The step that it belongs to, by its later key (of a removed step: by its own). */
  readonly step?: string;
  readonly words: Words;
}

/** Where something stands in both documents; `before` or `after` is absent of what is not there. */
export interface Subject {
  readonly type: ElementType;
  readonly key: string;
  readonly place: Place;
  readonly step?: string;
}
