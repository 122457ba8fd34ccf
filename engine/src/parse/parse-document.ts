import type { PathwayDocument } from '../document.ts';
import { PROBLEM_COUNT_MAX } from '../limits.ts';
import { CHECKS, FIRST_CHECKS } from './checks.ts';
import { findForbiddenCharacters } from './forbidden-characters.ts';
import type { DocumentProblem } from './problem.ts';
import { readJson } from './read-json.ts';
import { findReservedNames } from './reserved-names.ts';
import { layOut } from './scope.ts';
import { checkDocumentShape } from './shape.ts';

export type Parsed =
  | { readonly ok: true; readonly document: PathwayDocument }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/**
 * The only way to a PathwayDocument: from JSON text, or from a value that is JSON (it is copied).
 * Never throws; at most 50 problems. Each gate relies on those before it: size and nesting, names,
 * shape, the machine's bounds, then everything that has to fit together.
 */
export function parseDocument(source: unknown): Parsed {
  const read = readJson(source);
  if ('problems' in read) return refused(read.problems);
  const reserved = findReservedNames(read.value);
  if (reserved.length > 0) return refused(reserved);
  const unreadable = findForbiddenCharacters(read.value);
  if (unreadable.length > 0) return refused(unreadable);
  const misshapen = checkDocumentShape(read.value);
  if (misshapen.length > 0) return refused(misshapen);
  const document = read.value as PathwayDocument;
  const scope = layOut(document);
  for (const gate of [FIRST_CHECKS, CHECKS]) {
    const problems = gate.flatMap((check) => check(scope));
    if (problems.length > 0) return refused(problems);
  }
  return { ok: true, document };
}

function refused(problems: readonly DocumentProblem[]): Parsed {
  return { ok: false, problems: problems.slice(0, PROBLEM_COUNT_MAX) };
}
