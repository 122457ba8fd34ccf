import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDuration, isDuration, subtractDuration } from './duration.ts';

const ROME = 'Europe/Rome';

const SUMS: readonly (readonly [string, string, string, string])[] = [
  [
    'a month from 31 January ends in February',
    '2026-01-31T09:00:00.000Z',
    'P1M',
    '2026-02-28T09:00:00.000Z',
  ],
  [
    'a day keeps the clock time into summer',
    '2026-03-28T09:00:00.000Z',
    'P1D',
    '2026-03-29T08:00:00.000Z',
  ],
  [
    '24 hours are 24 hours into summer',
    '2026-03-28T09:00:00.000Z',
    'PT24H',
    '2026-03-29T09:00:00.000Z',
  ],
  [
    'a day keeps the clock time into winter',
    '2026-10-24T08:00:00.000Z',
    'P1D',
    '2026-10-25T09:00:00.000Z',
  ],
  [
    'a clock time that is skipped moves on',
    '2026-03-28T01:30:00.000Z',
    'P1D',
    '2026-03-29T01:30:00.000Z',
  ],
  ['a year from a leap day', '2028-02-29T12:00:00.000Z', 'P1Y', '2029-02-28T12:00:00.000Z'],
  ['fourteen days', '2026-11-21T09:30:00.000Z', 'P14D', '2026-12-05T09:30:00.000Z'],
];

describe('addDuration', () => {
  it.each(SUMS)('%s', (_what, instant, duration, sum) => {
    expect(addDuration(instant, duration, ROME)).toBe(sum);
  });

  it('goes by the calendar of the time zone, close to a change of the clocks and far from it', () => {
    const nearChanges = ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'].map(Date.parse);
    const instants = fc.oneof(
      fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') }),
      fc
        .tuple(fc.constantFrom(...nearChanges), fc.integer({ min: -1e8, max: 1e8 }))
        .map(([change, off]) => change + off),
    );
    const durations = fc
      .tuple(...[24, 3, 9, 40, 50, 100].map((max) => fc.integer({ min: 0, max })))
      .map(([months, weeks, days, hours, minutes, seconds]) => {
        const time = `T${hours}H${minutes}M${seconds}S`;
        return `P${months! > 20 ? `${months}M` : ''}${weeks}W${days}D${time}`;
      });
    const zones = fc.constantFrom(ROME, 'America/New_York', 'Australia/Lord_Howe', 'UTC');
    const byCalendar = (
      instant: number,
      duration: string,
      sign: 'add' | 'subtract',
      zone: string,
    ) =>
      new Date(
        Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)[sign](duration)
          .epochMilliseconds,
      ).toISOString();
    fc.assert(
      fc.property(instants, durations, zones, (instant, duration, zone) => {
        const text = new Date(instant).toISOString();
        expect(addDuration(text, duration, zone)).toBe(byCalendar(instant, duration, 'add', zone));
        expect(subtractDuration(text, duration, zone)).toBe(
          byCalendar(instant, duration, 'subtract', zone),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('always leads ahead', () => {
    const instants = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 400 }), (date, days) => {
        const instant = date.toISOString();
        return addDuration(instant, `P${days}D`, ROME) > instant;
      }),
    );
  });
});

describe('isDuration', () => {
  it.each(['P14D', 'P1M', 'P1Y', 'P2W', 'PT36H', 'P1DT2H', 'PT1S'])('takes %s', (text) => {
    expect(isDuration(text)).toBe(true);
  });

  it.each([
    '',
    'P',
    'PT',
    'P0D',
    'PT0S',
    '-P1D',
    'P-1D',
    'p1d',
    '14D',
    'P1H',
    'P101Y',
    'P1.5D',
    'PT1.5H',
  ])('refuses %o', (text) => {
    expect(isDuration(text)).toBe(false);
  });
});

it('can be taken back, true to the calendar', () => {
  const due = addDuration('2026-03-25T08:00:00.000Z', 'P7D', 'Europe/Rome');
  expect(subtractDuration(due, 'P7D', 'Europe/Rome')).toBe('2026-03-25T08:00:00.000Z');
  expect(() => subtractDuration('soon', 'P7D', 'Europe/Rome')).toThrow(RangeError);
});
