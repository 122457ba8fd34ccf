import type { DocumentProblem, Place } from './problem.ts';
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
  const visit = (part: unknown, place: Place): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of Object.keys(part)) {
      if (isReserved(key)) problems.push(problem('name-reserved', [...place, key], key));
      const inner = (part as Record<string, unknown>)[key];
      if (typeof inner === 'object') visit(inner, [...place, key]);
    }
  };
  visit(value, []);
  return problems;
}
