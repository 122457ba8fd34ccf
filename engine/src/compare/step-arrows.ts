import { durationInWords } from '../check/example/duration-in-words.ts';
import type { MachineNode, Words } from '../document.ts';
import type { Place } from '../parse/problem.ts';
import { own } from '../parse/scope.ts';
import { inBoth } from '../rules/fact-words.ts';
import { type Comparison, currentName } from './comparison.ts';
import type { Difference } from './difference.ts';
import { sentence } from './property-differences.ts';
import type { Slot } from './slot.ts';
import type { StepPair } from './steps.ts';
import { pairedTimers, timerDifferences } from './timers.ts';
import { transitionDifferences } from './transitions.ts';

/** What differs of the arrows that leave a step, but those of its activities, and of its timers. */
export function arrowDifferences(comparison: Comparison, pair: StepPair): Difference[] {
  const [before, after] = nodesOf(pair);
  const compared = (was: Place, is: Place, transitions: Slot['transitions'], cause: Words) =>
    transitionDifferences(comparison, slotOf(pair, [was, is], transitions, cause));
  const on = namesOf(before.on, after.on).flatMap((action) => {
    const lists = [own(before.on ?? {}, action), own(after.on ?? {}, action)] as const;
    const place = ['on', action];
    return compared(place, place, lists, byAction(comparison, action));
  });
  const timers = pairedTimers(before.after, after.after).flatMap(([was, is]) => {
    const lists = [own(before.after ?? {}, was), own(after.after ?? {}, is)] as const;
    const duration = (is ?? was)!;
    const cause = afterTime(duration);
    return [
      ...timerDifferences(comparison, pair, [was, is]),
      ...compared(['after', was ?? duration], ['after', duration], lists, cause),
    ];
  });
  const whenDone = sentence(WHEN_DONE, currentName(comparison, pair.key));
  return [
    ...on,
    ...timers,
    ...compared(['always'], ['always'], [before.always, after.always], AT_ONCE),
    ...compared(['onDone'], ['onDone'], [before.onDone, after.onDone], whenDone),
  ];
}

function nodesOf({ before, after }: StepPair): readonly [MachineNode, MachineNode] {
  return [before?.node ?? {}, after?.node ?? {}];
}

/** The places are within the step. */
function slotOf(
  { key, before, after }: StepPair,
  [was, is]: readonly [Place, Place],
  transitions: Slot['transitions'],
  cause: Words,
): Slot {
  const places = [
    [...(before ?? after!).place, ...was],
    [...(after ?? before!).place, ...is],
  ] as const;
  return { step: key, places, transitions, cause };
}

function namesOf(...records: readonly (object | undefined)[]): string[] {
  return [...new Set(records.flatMap((one) => Object.keys(one ?? {})))];
}

const AT_ONCE: Words = { it: 'senza aspettare nulla', en: 'without waiting for anything' };
const WHEN_DONE: Words = { it: 'quando {0} è concluso', en: 'when {0} is completed' };

function byAction({ before, after }: Comparison, action: string): Words {
  const declared = own(after.document.actions, action) ?? own(before.document.actions, action);
  const label = declared?.label ?? inBoth(() => action);
  return sentence({ it: 'con l’azione {0}', en: 'by the action {0}' }, label);
}

function afterTime(duration: string): Words {
  const words = inBoth((language) => durationInWords(duration, language));
  return { it: `dopo ${words.it}`, en: `after ${words.en}` };
}
