import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeOrderedId } from './time-ordered-id.ts';

test('it is a UUID of version 7 whose first digits are the time', () => {
  const id = timeOrderedId(new Date(0x0192_3456_789a), () => Buffer.alloc(16, 0xff));
  expect(id).toBe('01923456-789a-7fff-bfff-ffffffffffff');
});

test('ids of later instants come later', () => {
  const instant = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      if (a.getTime() === b.getTime()) return;
      const [first, second] = [timeOrderedId(a, randomBytes), timeOrderedId(b, randomBytes)];
      expect(first < second).toBe(a.getTime() < b.getTime());
    }),
  );
});
