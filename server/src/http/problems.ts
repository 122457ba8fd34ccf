import type { Language, Words } from '../contract/words.ts';
import { accessProblems } from './problems/access.ts';
import { caseProblems } from './problems/cases.ts';
import { deviationProblems } from './problems/deviations.ts';
import { draftProblems } from './problems/drafts.ts';
import type { Kind } from './problems/kind.ts';
import { migrationProblems } from './problems/migrations.ts';
import { programmeProblems } from './problems/programme.ts';
import { requestProblems } from './problems/requests.ts';

/** Every "no" that the API can say. A test provokes each of them. */
export const PROBLEMS = {
  ...requestProblems,
  ...accessProblems,
  ...caseProblems,
  ...deviationProblems,
  ...programmeProblems,
  ...draftProblems,
  ...migrationProblems,
};

export type ProblemCode = keyof typeof PROBLEMS;

export interface Fault {
  readonly path: string;
  readonly message: Words;
}

/** What a "no" says besides its code; `detail` replaces the registry's words. */
export interface NoDetails {
  readonly detail?: Words;
  readonly path?: string;
  readonly faults?: readonly Fault[];
  readonly unlock?: readonly { words: Words; fact: string; action?: string }[];
  readonly revision?: number;
  readonly id?: string;
  readonly retryAfterSeconds?: number;
  readonly allow?: readonly string[];
}

/** An expected "no", returned by handlers as a value; never thrown. */
export class No {
  readonly code: ProblemCode;
  readonly details: NoDetails;
  constructor(code: ProblemCode, details: NoDetails) {
    this.code = code;
    this.details = details;
  }
}

export function no(code: ProblemCode, details: NoDetails = {}): No {
  return new No(code, details);
}

/** The body of the answer: RFC 9457 problem details in the reader's language. */
export function problemOf({ code, details }: No, language: Language) {
  const { retryAfterSeconds: _, allow: __, detail, ...rest } = details;
  const kind: Kind = PROBLEMS[code];
  return {
    type: `urn:percorso:problem:${code}`,
    title: kind.title[language],
    status: kind.status,
    detail: (detail ?? kind.detail)[language],
    code,
    ...rest,
  };
}
