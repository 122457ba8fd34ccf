import type { Facts, FactValue, ObjectSchema } from '@percorso/engine';

/** What the engine's facts about a participant are derived from. */
export interface FactSource {
  readonly subject: 'person' | 'group';
  /** Calendar date, `2004-05-17`. */
  readonly birthDate: string | null;
  readonly situation: string | null;
  readonly isHelped: boolean;
  readonly headCount: number | null;
  readonly groupKind: string | null;
  readonly hasCaseManager: boolean;
}

/**
 * The participant's facts that a pathway declares, derived at an instant: an age, never a birth
 * date, because a trace entry keeps what a rule saw. What isn't known is absent.
 */
export function participantFacts(
  source: FactSource,
  declared: ObjectSchema,
  now: Date,
  timeZone: string,
): Facts {
  const known: Record<string, FactValue | null> = {
    age: source.birthDate && ageOn(source.birthDate, now, timeZone),
    situation: source.situation,
    helped: source.subject === 'person' ? source.isHelped : null,
    hasCaseManager: source.hasCaseManager,
    headCount: source.headCount,
    groupKind: source.groupKind,
  };
  const names = Object.keys(declared.properties).filter((name) => Object.hasOwn(known, name));
  return Object.fromEntries(
    names.flatMap((name) => (known[name] == null ? [] : [[name, known[name]]])),
  );
}

/** Completed years of life on the calendar day that it is in `timeZone`. */
export function ageOn(birthDate: string, now: Date, timeZone: string): number {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  const [nowYear, nowMonth, nowDay] = calendarDay(now, timeZone).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const hadBirthday = nowMonth > month || (nowMonth === month && nowDay >= day);
  return nowYear - year - (hadBirthday ? 0 : 1);
}

/** The calendar day, `2026-11-21`, that it is somewhere at an instant. */
function calendarDay(now: Date, timeZone: string): string {
  const at = now.getTime();
  if (last.at !== at || last.timeZone !== timeZone) {
    last = { at, timeZone, day: formatted(now, timeZone) };
  }
  return last.day;
}

/** Thousands of ages are asked for at one instant, and telling its day takes most of the time. */
let last = { at: Number.NaN, timeZone: '', day: '' };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(now: Date, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    // The Swedish format is ISO 8601's.
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(now);
}
