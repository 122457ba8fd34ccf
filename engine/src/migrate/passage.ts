/** How one case goes over to another version, as plain JSON: with it the carrying can be repeated. */
import { compiled, presentSteps } from '../pathway.ts';
import type { Crossing } from './cross.ts';
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

/** Of the mapping only what the case's own way depends on. */
export function passageOf(
  { before, state }: Pick<Crossing, 'before' | 'state'>,
  { mapping, books }: { readonly mapping: StepMapping; readonly books?: Books },
): Passage {
  const { byId } = compiled(before).tree;
  const remembered = Object.entries(state.history).flatMap(([id, ids]) => [id, ...ids]);
  const keys = new Set([
    ...presentSteps(before, state),
    ...remembered.map((id) => byId.get(id)!.key),
  ]);
  const steps = [...keys].flatMap((key) => {
    const to = mapping.get(key);
    return to ? [[key, to] as const] : [];
  });
  return { steps: Object.fromEntries(steps), ...(books && { books }) };
}
