import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DURATION_UNITS, isoDuration, spanOf } from './duration.ts';

test('a span is written as ISO 8601 and read back', () => {
  expect(isoDuration({ count: 36, unit: 'hours' })).toBe('PT36H');
  expect(isoDuration({ count: 2, unit: 'months' })).toBe('P2M');
  const span = fc.record({
    count: fc.integer({ min: 1, max: 9999 }),
    unit: fc.constantFrom(...DURATION_UNITS),
  });
  fc.assert(
    fc.property(span, (one) => {
      expect(spanOf(isoDuration(one))).toEqual(one);
    }),
  );
});

test('what has several parts or other units is no span', () => {
  for (const text of ['P1M2D', 'P1Y', 'PT30M', 'P', '14', '']) expect(spanOf(text)).toBeUndefined();
});
