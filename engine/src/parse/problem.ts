import type { Words } from '../document.ts';
import type { PROBLEMS } from './problems.ts';

export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong at one place of a document, and what would be right. */
export interface DocumentProblem {
  readonly code: ProblemCode;
  /** RFC 6901 JSON pointer, such as `/machine/states/a/on/GO`; empty for the whole document. */
  readonly path: string;
  readonly message: Words;
}

/** A place in a document: the keys and indexes that lead there. */
export type Place = readonly (string | number)[];

/** The place as a JSON pointer (RFC 6901). */
export function pointer(place: Place): string {
  return place.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
