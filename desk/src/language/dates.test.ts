import { describe, expect, it } from 'vitest';
import { dateWriter } from './dates.ts';

const italian = dateWriter('it');
const now = new Date('2026-11-21T22:30:00.000Z');

describe('dates as the Italian public administration writes them', () => {
  it('say the day in words', () => {
    expect(italian.day('2026-11-21')).toBe('21 novembre 2026');
  });

  it('show the wall clock of Rome, in winter and in summer', () => {
    expect(italian.dayAndTime('2026-11-21T09:30:00.000Z')).toBe('21 novembre 2026, ore 10:30');
    expect(italian.dayAndTime('2026-07-01T08:30:00.000Z')).toBe('1 luglio 2026, ore 10:30');
  });

  it('count days by the calendar of Rome, not by twenty-four hours', () => {
    expect(italian.fromNow('2026-11-21T23:30:00.000Z', now)).toBe('domani');
    expect(italian.fromNow('2026-11-21T08:00:00.000Z', now)).toBe('oggi');
    expect(dateWriter('en').fromNow('2026-11-24', now)).toBe('in 3 days');
  });
});
