import type { Words } from '../contract/words.ts';
import { type No, no, type ProblemCode } from '../http/problems.ts';

/** Why an activity can't be opened, and what would change that. */
export interface Hindrance {
  readonly code: ProblemCode;
  readonly reason: Words;
  readonly unlock: Words;
}

/** As whoever asked for it is told. */
export const noOfHindrance = ({ code, reason, unlock }: Hindrance, path?: string): No =>
  no(code, {
    detail: { it: `${reason.it} ${unlock.it}`, en: `${reason.en} ${unlock.en}` },
    ...(path !== undefined && { path }),
  });
