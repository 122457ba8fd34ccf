import type { DocumentProblem } from './problem.ts';
import { problem } from './problems.ts';

const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object has something under this name: as a key it would be found unasked. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/**
 * Keys that every object inherits (`constructor`, `__proto__`, …), anywhere in the JSON. XState
 * resolves a guard of such a name to Object.prototype's function, and passes it.
 */
export function findReservedNames(value: unknown): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const place: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of Object.keys(part)) {
      if (isReserved(key)) problems.push(problem('name-reserved', [...place, key], key));
      place.push(key);
      visit((part as Record<string, unknown>)[key]);
      place.pop();
    }
  };
  visit(value);
  return problems;
}
