/** Which entries of a trace still hold. */
import type { Entry, Pathway } from '../case.ts';

type Kind = Entry['event']['type'];

/**
 * Tells of one entry after the other which ones it ends. Undoing ends the last one that holds;
 * taking a migration back ends it and whatever came after, which led back to it.
 */
export class Holding {
  private readonly held: { readonly at: number; readonly type: Kind }[] = [];
  private taken = 0;

  /** The last entry that still holds, by its index. */
  get last(): number | undefined {
    return this.held.at(-1)?.at;
  }

  /** The indexes of those that hold, the first one first. */
  get all(): number[] {
    return this.held.map(({ at }) => at);
  }

  /** Takes the next entry; the indexes of those that hold no longer because of it. */
  take(type: Kind): number[] {
    const at = this.taken;
    this.taken += 1;
    if (type !== 'undo' && type !== 'take-back') {
      this.held.push({ at, type });
      return [];
    }
    const first =
      type === 'undo'
        ? -1
        : Math.max(
            0,
            this.held.findLastIndex((one) => one.type === 'migrate'),
          );
    return this.held.splice(first).map((one) => one.at);
  }
}

/** The indexes of the entries that were neither undone nor taken back. */
export function standing(events: readonly Pick<Entry['event'], 'type'>[]): number[] {
  const holding = new Holding();
  for (const { type } of events) holding.take(type);
  return holding.all;
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
