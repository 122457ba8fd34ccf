import { durationInWords } from '../check/example/duration-in-words.ts';
import type { MachineNode, Words } from '../document.ts';
import { inBoth } from '../rules/fact-words.ts';
import { sortedJson } from '../sorted-json.ts';
import { type Comparison, currentName, difference } from './comparison.ts';
import type { Difference, Subject } from './difference.ts';
import type { StepPair } from './steps.ts';

type Timers = MachineNode['after'];
type Durations = readonly [string | undefined, string | undefined];

/** Durations that stayed, then those that became others (first of like content), then the rest. */
export function pairedTimers(before: Timers = {}, after: Timers = {}): Durations[] {
  const gone = Object.keys(before).filter((duration) => !Object.hasOwn(after, duration));
  const fresh = Object.keys(after).filter((duration) => !Object.hasOwn(before, duration));
  const kept = Object.keys(after).filter((duration) => Object.hasOwn(before, duration));
  const alike = take(gone, fresh, (was, is) => sortedJson(before[was]) === sortedJson(after[is]));
  const others = take(gone, fresh, () => true);
  return [
    ...kept.map((duration): Durations => [duration, duration]),
    ...alike,
    ...others,
    ...fresh.map((duration): Durations => [undefined, duration]),
    ...gone.map((duration): Durations => [duration, undefined]),
  ];
}

/** Takes the pairs that fit out of both lists. */
function take(
  gone: string[],
  fresh: string[],
  fits: (was: string, is: string) => boolean,
): Durations[] {
  return fresh.slice().flatMap((is): Durations[] => {
    const was = gone.find((one) => fits(one, is));
    if (was === undefined) return [];
    gone.splice(gone.indexOf(was), 1);
    fresh.splice(fresh.indexOf(is), 1);
    return [[was, is]];
  });
}

export function timerDifferences(
  comparison: Comparison,
  { key, before, after }: StepPair,
  [was, is]: Durations,
): Difference[] {
  if (was === is) return [];
  const node = (is === undefined ? before : after)!;
  const duration = (is ?? was)!;
  const place = [...node.place, 'after', duration];
  const subject: Subject = { type: 'timer', key: `${key}/${duration}`, place, step: key };
  const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
  return [difference(comparison, kind, subject, told(currentName(comparison, key), [was, is]))];
}

function told(name: Words, [was, is]: Durations): Words {
  const [from, to] = [was, is].map((duration) =>
    inBoth((language) => (duration === undefined ? '' : durationInWords(duration, language))),
  ) as [Words, Words];
  if (was === undefined) {
    return {
      it: `Nuovo termine di «${name.it}»: ${to.it}`,
      en: `New time limit of “${name.en}”: ${to.en}`,
    };
  }
  if (is === undefined) {
    return {
      it: `Il termine di «${name.it}» (${from.it}) non c’è più`,
      en: `The time limit of “${name.en}” (${from.en}) is gone`,
    };
  }
  return {
    it: `Il termine di «${name.it}» passa da ${shortened(from.it, to.it)} a ${to.it}`,
    en: `The time limit of “${name.en}” goes from ${shortened(from.en, to.en)} to ${to.en}`,
  };
}

/** «14» of «14 giorni» when «10 giorni» follows. */
function shortened(from: string, to: string): string {
  const [count, unit, ...rest] = from.split(' ');
  return rest.length === 0 && to.split(' ').length === 2 && to.endsWith(` ${unit}`) ? count! : from;
}
