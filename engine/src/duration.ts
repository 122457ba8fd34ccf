import { Temporal } from 'temporal-polyfill';
import { isClockUnchanged } from './clock-changes.ts';
import { instantOf } from './instant.ts';

/** Longer than any pathway; far below what a calendar can hold. */
const YEARS_MAX = 100;

/** Whether the text is an ISO 8601 duration that lies ahead, such as `P14D` or `PT36H`. */
export function isDuration(text: string): boolean {
  // Temporal also takes lower case and signs; one spelling is enough.
  if (!/^P[0-9YMWDTHS]{2,40}$/.test(text)) return false;
  try {
    const start = Temporal.PlainDateTime.from('2000-01-01T00:00');
    const end = start.add(text);
    const isAhead = Temporal.PlainDateTime.compare(start, end) < 0;
    return isAhead && end.year - start.year <= YEARS_MAX;
  } catch {
    return false;
  }
}

/**
 * The instant (ISO 8601, UTC, milliseconds) a duration after another, true to the calendar of the
 * time zone: `P1D` keeps the clock time across a change of summer time, `PT24H` is 24 hours,
 * `P1M` from 31 January is the last day of February. Throws a RangeError for texts that are none.
 */
export function addDuration(instant: string, duration: string, timeZone: string): string {
  const start = instantOf(instant);
  if (start === undefined) throw new RangeError(`Not an instant: ${instant}`);
  return shifted(start, spanOf(duration), 1, timeZone);
}

/**
 * The instant a duration before another, true to the calendar. Not always the exact reverse: a
 * month before 28 February is 28 January, though a month after the 31st is the 28th, too.
 */
export function subtractDuration(instant: string, duration: string, timeZone: string): string {
  const end = instantOf(instant);
  if (end === undefined) throw new RangeError(`Not an instant: ${instant}`);
  return shifted(end, spanOf(duration), -1, timeZone);
}

interface Span {
  readonly duration: Temporal.Duration;
  /** Where every day has 24 hours; undefined where months or years are counted. */
  readonly ms: number | undefined;
}

const spans = new Map<string, Span>();
const SPANS_MAX = 500;

/** Documents name few durations, each for many cases. */
function spanOf(text: string): Span {
  const span = spans.get(text) ?? readSpan(text);
  if (spans.size < SPANS_MAX) spans.set(text, span);
  return span;
}

function readSpan(text: string): Span {
  const duration = Temporal.Duration.from(text);
  const isEven = duration.years === 0 && duration.months === 0;
  const days = duration.weeks * 7 + duration.days;
  const rest = duration.with({ years: 0, months: 0, weeks: 0, days: 0 });
  const ms = isEven ? days * DAY_MS + rest.total('milliseconds') : undefined;
  return { duration, ms };
}

const DAY_MS = 86_400_000;

/** The calendar of the time zone takes ten times as long: it is asked where it makes a difference. */
function shifted(start: number, { duration, ms }: Span, sign: 1 | -1, timeZone: string): string {
  if (ms !== undefined && isClockUnchanged(start, start + sign * ms, timeZone)) {
    return new Date(start + sign * ms).toISOString();
  }
  // Temporal reads and writes texts four times as slowly as Date, and every timer waits for this.
  const end = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(timeZone)
    .add(sign < 0 ? duration.negated() : duration);
  return new Date(end.epochMilliseconds).toISOString();
}
