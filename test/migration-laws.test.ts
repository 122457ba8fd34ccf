import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRedesign } from './redesign/arbitrary-redesign.ts';
import { judge, noCounts } from './redesign/laws.ts';

const RUN_COUNT = 2000;

test('whatever is redrawn, every case is where it may be, or parked because nothing else is possible', {
  timeout: 600_000,
}, () => {
  const counts = noCounts();
  fc.assert(
    fc.property(arbitraryRedesign, (redesign) => judge(redesign, counts)),
    { numRuns: RUN_COUNT },
  );
  // A law that nobody came by proves nothing.
  expect(counts.moved).toBeGreaterThan(RUN_COUNT / 10);
  expect(counts.decided).toBeGreaterThan(RUN_COUNT / 50);
  expect(counts.blocked).toBeGreaterThan(RUN_COUNT / 50);
  expect(counts.unbounded).toBeLessThan(RUN_COUNT / 20);
});
