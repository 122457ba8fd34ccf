import { Temporal } from 'temporal-polyfill';

/** While the clocks of a time zone are not changed, in milliseconds since 1970. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;
/** A century of summers and winters. */
const STRETCHES_MAX = 200;
const known = new Map<string, Stretch[]>();

/**
 * Whether the clocks of a time zone stay as they are between two instants (milliseconds since 1970,
 * in any order) and a day before and after: then a calendar day is 24 hours, and every clock time
 * is there once.
 */
export function isClockUnchanged(one: number, other: number, timeZone: string): boolean {
  const from = Math.min(one, other) - DAY_MS;
  const to = Math.max(one, other) + DAY_MS;
  const stretches = known.get(timeZone) ?? [];
  const stretch = stretches.find((each) => each.from <= from && from < each.to);
  if (stretch) return to < stretch.to;
  const found = stretchAt(from, timeZone);
  if (stretches.length < STRETCHES_MAX) known.set(timeZone, [...stretches, found]);
  return to < found.to;
}

function stretchAt(instant: number, timeZone: string): Stretch {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  // Looks for a change before an instant, not at it.
  const after = there.add({ nanoseconds: 1 });
  return {
    from: after.getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: there.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  };
}
