import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberIn, numberText } from './number-text.ts';
import { instantAt, localTimeOf } from './wall-clock.ts';

describe('the clocks of a place', () => {
  it.each([
    ['Europe/Rome', '2026-01-15T10:30', '2026-01-15T09:30:00.000Z'],
    ['Europe/Rome', '2026-07-15T10:30', '2026-07-15T08:30:00.000Z'],
    ['Atlantic/Azores', '2026-07-15T10:30', '2026-07-15T10:30:00.000Z'],
  ])('in %s show %s at %s', (timeZone, local, instant) => {
    expect(instantAt(local, timeZone)).toBe(instant);
    expect(localTimeOf(instant, timeZone)).toBe(local);
  });

  it('answer nothing to what is no time', () => {
    expect(instantAt('domani', 'Europe/Rome')).toBeUndefined();
    expect(localTimeOf('domani', 'Europe/Rome')).toBe('');
  });
});

describe('a number as it is typed', () => {
  it('is read again as the same number, in both languages', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom('it' as const, 'en' as const),
        (number, language) => {
          expect(numberIn(numberText(number, language))).toBe(number + 0);
        },
      ),
    );
  });

  it('is nothing where there is none', () => {
    expect(numberIn(' ')).toBeUndefined();
    expect(numberIn('sette')).toBeUndefined();
  });
});
