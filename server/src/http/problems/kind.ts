import type { Words } from '../../contract/words.ts';

/** A kind of "no": its status over HTTP, and what it says unless the case at hand says more. */
export interface Kind {
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
}
