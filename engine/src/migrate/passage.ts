/** How one case goes over to another version, as plain JSON: with it the carrying can be repeated. */
import type { StepMapping } from './map-steps.ts';

export interface Passage {
  /**
   * Where each of the steps that matter goes on, by old key: those present, and those that history
   * steps remember. One that goes on nowhere is absent.
   */
  readonly steps: Readonly<Record<string, readonly string[]>>;
  /** Only where it would be impossible in the new version to have just what was carried over. */
  readonly books?: Books;
}

/** What is open, what runs and what is remembered after the passage, by the new version's ids. */
export interface Books {
  readonly activities: readonly string[];
  readonly timers: readonly string[];
  readonly history: Readonly<Record<string, readonly string[]>>;
}

export function mappingOf(passage: Passage): StepMapping {
  return new Map(Object.entries(passage.steps));
}
