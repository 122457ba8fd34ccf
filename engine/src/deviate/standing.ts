/** Which entries of a trace still hold. */
import type { Entry, Pathway } from '../case.ts';

/**
 * The indexes of the entries that were neither undone nor taken back. Undoing ends the last one
 * that holds; taking a migration back ends it and whatever came after, which led back to it.
 */
export function standing(events: readonly Entry['event'][]): number[] {
  const held: number[] = [];
  for (const [at, { type }] of events.entries()) {
    if (type === 'undo') held.pop();
    else if (type !== 'take-back') held.push(at);
    else while (held.length > 0 && events[held.pop()!]!.type !== 'migrate');
  }
  return held;
}

/** The steps of this version where the case has been, by the entries that hold. */
export function visitedSteps(pathway: Pathway, entries: readonly Entry[]): string[] {
  const visited = new Set<string>();
  for (const at of standing(entries.map(({ event }) => event))) {
    const { event, entered } = entries[at]!;
    // A step that goes on under another name was visited under that one too.
    const renamed = event.type === 'migrate' ? Object.values(event.passage?.steps ?? {}) : [];
    for (const key of [...renamed.flat(), ...entered]) visited.add(key);
  }
  return Object.keys(pathway.steps).filter((key) => visited.has(key));
}
