/** What the effects and the changes of a migration say of open activities and running timers. */
import {
  type CaseState,
  type Changes,
  type Effect,
  type Pathway,
  presentSteps,
  sortedJson,
} from '@percorso/engine';
import { compiled } from '../../engine/src/pathway.ts';

export function isInPlace(before: CaseState, state: CaseState): boolean {
  const where = ({ value, history, activities, timers }: CaseState) =>
    sortedJson([value, history, activities, Object.keys(timers).sort()]);
  return where(before) === where(state);
}

/** The effects turn the open activities and timers of one state into those of the other. */
export function leads(from: CaseState, effects: readonly Effect[], to: CaseState): boolean {
  const books = new Map<string, string>([
    ...Object.entries(from.activities),
    ...Object.entries(from.timers),
  ]);
  for (const effect of effects) {
    if (effect.type === 'open-activity') books.set(effect.activity, effect.kind);
    if (effect.type === 'set-timer') books.set(effect.timer, effect.dueAt);
    if (effect.type === 'withdraw-activity' && !books.delete(effect.activity)) return false;
    if (effect.type === 'clear-timer' && !books.delete(effect.timer)) return false;
  }
  const wanted = [...Object.entries(to.activities), ...Object.entries(to.timers)];
  return sortedJson([...books].sort()) === sortedJson(wanted.sort());
}

/** What the changes list is what the books say; nothing that was open is lost silently. */
export function isAccounted(
  from: CaseState,
  to: CaseState,
  effects: readonly Effect[],
  changes: Changes,
): boolean {
  const keys = (some: object) => Object.keys(some).sort().join();
  const ids = (some: readonly { readonly activity: string }[]) =>
    some.map(({ activity }) => activity);
  const kept = ids(changes.activitiesKept);
  const had = [...kept, ...ids(changes.activitiesWithdrawn)].sort().join();
  const has = [...kept, ...ids(changes.activitiesOpened)].sort().join();
  const timers = Object.keys(to.timers).length - Object.keys(from.timers).length;
  return (
    leads(from, effects, to) &&
    had === keys(from.activities) &&
    has === keys(to.activities) &&
    changes.timersSet.length - changes.timersCleared.length === timers
  );
}

/** What goes on is left with whoever does it; only tasks and appointments are somebody's to do. */
export function isTheirs({ activitiesKept }: Changes, from: Pathway, to: Pathway): boolean {
  const assigneeIn = (pathway: Pathway, activity: string) =>
    compiled(pathway).tree.activities.get(activity)?.input.assignee ?? { role: 'case-manager' };
  return activitiesKept
    .filter(({ kind }) => kind === 'task' || kind === 'appointment')
    .every((one) => {
      const [old, now] = [from, to].map((pathway) => assigneeIn(pathway, one.activity));
      return sortedJson(old) === sortedJson(now);
    });
}

/** At steps that continue none everything is open, and runs, that begins there. */
export function isBegun(
  pathway: Pathway,
  state: CaseState,
  passage: { readonly steps: Readonly<Record<string, readonly string[]>> },
): boolean {
  const continued = new Set(Object.values(passage.steps).flat());
  const begun = presentSteps(pathway, state).filter((key) => !continued.has(key));
  const { activities, timers } = compiled(pathway).tree;
  const has = (these: object, declared: ReadonlyMap<string, { readonly step: string }>) =>
    [...declared].every(([id, { step }]) => !begun.includes(step) || Object.hasOwn(these, id));
  return has(state.activities, activities) && has(state.timers, timers);
}
