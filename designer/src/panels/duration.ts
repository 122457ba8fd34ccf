/** The units in which a coordinator counts; minutes and years are kept where a document has them. */
export const DURATION_UNITS = ['hours', 'days', 'weeks', 'months'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A duration as it is typed. */
export interface Span {
  readonly count: number;
  readonly unit: DurationUnit;
}

const LETTERS: Readonly<Record<DurationUnit, string>> = {
  hours: 'H',
  days: 'D',
  weeks: 'W',
  months: 'M',
};

/** ISO 8601: 14 days → `P14D`. */
export function isoDuration({ count, unit }: Span): string {
  return `${unit === 'hours' ? 'PT' : 'P'}${count}${LETTERS[unit]}`;
}

/** The span of an ISO 8601 duration; undefined where it has several parts or another unit. */
export function spanOf(duration: string): Span | undefined {
  const found = /^P(?:T(\d{1,5})H|(\d{1,5})([DWM]))$/.exec(duration);
  if (!found) return undefined;
  if (found[1] !== undefined) return { count: Number(found[1]), unit: 'hours' };
  const unit = DURATION_UNITS.find((one) => one !== 'hours' && LETTERS[one] === found[3]);
  return unit && { count: Number(found[2]), unit };
}
