import type { DocumentProblem, Place } from './problem.ts';
import { problem } from './problems.ts';

const RESERVED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object has something under this name: as a key it would be found unasked. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/**
 * Keys that every object inherits (`constructor`, `__proto__`, `toString`, …), anywhere in the JSON.
 * XState resolves a guard of such a name to Object.prototype's function, and passes it.
 */
export function findReservedNames(value: unknown, place: Place = []): DocumentProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const at = [...place, key];
    const found = findReservedNames(part, at);
    return isReserved(key) ? [problem('name-reserved', at, key), ...found] : found;
  });
}
