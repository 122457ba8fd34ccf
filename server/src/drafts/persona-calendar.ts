import { addDuration, isDuration } from '@percorso/engine';
import { TIME_ZONE } from '../case/time-zone.ts';
import type { PersonaTold } from '../contract/personas.ts';
import type { Fault } from '../http/problems.ts';

/** No walk that anybody invents is outside; and every calendar can hold these years. */
const FIRST = '1900';
const LAST = '2200';

/** A walk takes its time within the calendar: else nobody could walk it. */
export function calendarFaults({ start, walk }: Pick<PersonaTold, 'start' | 'walk'>): Fault[] {
  if (start < FIRST || start > LAST) return [{ path: 'start', message: OUTSIDE }];
  let at = start;
  for (const [index, { after }] of walk.entries()) {
    if (after === undefined) continue;
    const path = `walk.${index}.after`;
    if (!isDuration(after)) return [{ path, message: NO_DURATION }];
    at = addDuration(at, after, TIME_ZONE);
    if (at > LAST) return [{ path, message: OUTSIDE }];
  }
  return [];
}

const NO_DURATION = {
  it: 'Non è una durata: per esempio P14D o PT2H.',
  en: 'This is no duration: for example P14D or PT2H.',
};
const OUTSIDE = {
  it: 'Il cammino sta fra gli anni 1900 e 2200.',
  en: 'The walk lies between the years 1900 and 2200.',
};
