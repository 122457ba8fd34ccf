import fc from 'fast-check';
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
