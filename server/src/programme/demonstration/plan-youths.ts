import type { Persona, Stride } from './persona.ts';
import { type Chance, chance } from './random.ts';
import { firstTaking, stridesOf } from './strides.ts';

const DAY_MS = 86_400_000;

/** The programme's own figures (docs/sources): registered, called to an interview, in charge. */
export const REGISTERED = 328;
export const CONVENED = 184;
export const TAKEN_IN_CHARGE = 170;

/** The programme ran from 1 October 2020 to 31 October 2021; its last day is shifted to today. */
export const PROGRAMME_DAYS = 395;

/** A youth who will walk like a persona, from a day of the programme until today at the latest. */
export interface PlannedYouth {
  readonly persona: Persona;
  readonly startAt: Date;
  readonly strides: readonly Stride[];
  readonly chance: Chance;
}

/** 1 spreads the registrations evenly; the higher, the more of them are recent. */
const LATELY = 1.6;

const TRAINING_SHARE = 0.5;

type Reach = 'registered' | 'convened' | 'in-charge';

/**
 * Who registered when, and how far each got: 170 youths walk until after they were taken in charge,
 * 14 stop between the convening and that, and the others wait or left before. The same seed gives
 * the same plan, whatever the day.
 */
export function planYouths(
  personas: readonly Persona[],
  today: Date,
  seed: number,
): PlannedYouth[] {
  const reaches: Reach[] = [
    ...Array<Reach>(TAKEN_IN_CHARGE).fill('in-charge'),
    ...Array<Reach>(CONVENED - TAKEN_IN_CHARGE).fill('convened'),
    ...Array<Reach>(REGISTERED - CONVENED).fill('registered'),
  ];
  const walks = personas.map((persona) => ({ persona, strides: stridesOf(persona) }));
  const youths = reaches.map((reach, index) => {
    const luck = chance(seed + index * 7919);
    const fitting = walks.filter(({ strides }) => mayReach(strides, reach));
    const { persona, strides } = luck.pick(preferTraining(fitting, reach, luck));
    const kept = cutBefore(strides, reach);
    return { persona, startAt: startOf(kept, reach, today, luck), strides: kept, chance: luck };
  });
  return youths.sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
}

function mayReach(strides: readonly Stride[], reach: Reach): boolean {
  if (reach === 'registered') return true;
  const isTaken = firstTaking(strides, 'TAKE_IN_CHARGE') !== undefined;
  if (reach === 'in-charge') return isTaken;
  return !isTaken && firstTaking(strides, 'CONVENE') !== undefined;
}

/** Most of those in charge go for a training course: its seats are what everybody waits for. */
function preferTraining<T extends { strides: readonly Stride[] }>(
  walks: readonly T[],
  reach: Reach,
  luck: Chance,
): readonly T[] {
  if (reach !== 'in-charge' || luck.next() > TRAINING_SHARE) return walks;
  return walks.filter(({ strides }) => firstTaking(strides, 'ENROL_TRAINING'));
}

/** A walk that must not get further is left before the action that would take it there. */
function cutBefore(strides: readonly Stride[], reach: Reach): readonly Stride[] {
  if (reach === 'in-charge') return strides;
  const action = reach === 'convened' ? 'TAKE_IN_CHARGE' : 'CONVENE';
  const end = firstTaking(strides, action);
  return end ? strides.slice(0, strides.indexOf(end)) : strides;
}

/** Early enough to get as far as planned; who only registered did so lately, for the most part. */
function startOf(strides: readonly Stride[], reach: Reach, today: Date, luck: Chance): Date {
  const milestone = { 'in-charge': 'TAKE_IN_CHARGE', convened: 'CONVENE', registered: '' }[reach];
  const neededDays = Math.ceil((firstTaking(strides, milestone)?.offsetMs ?? 0) / DAY_MS) + 1;
  const latest = reach === 'registered' ? 0 : neededDays;
  const earliest = { 'in-charge': PROGRAMME_DAYS, convened: neededDays + 120, registered: 60 }[
    reach
  ];
  // More of them lately than at the beginning, when nobody knew the programme.
  const share = luck.next() ** LATELY;
  const daysAgo = latest + Math.round(share * Math.max(earliest - latest, 1));
  // Between nine and seventeen o'clock of Milan, more or less.
  const minute = luck.whole(8 * 60, 15 * 60);
  const day = Math.floor(today.getTime() / DAY_MS) - daysAgo;
  const startMs = day * DAY_MS + minute * 60_000;
  return new Date(Math.min(startMs, today.getTime() - luck.whole(5, 90) * 60_000));
}
