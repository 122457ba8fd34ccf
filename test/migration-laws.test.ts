import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryJourney } from './redesign/arbitrary-journey.ts';
import { arbitraryRedesign } from './redesign/arbitrary-redesign.ts';
import { JOURNEY_EVENTS, Journey, type Met } from './redesign/journey.ts';
import { judge, noCounts } from './redesign/laws.ts';

const RUN_COUNT = 2000;
const JOURNEY_COUNT = 150;
/**
 * The same redesigns at each run: a red run is a fault of what was changed, not of a pathway of
 * which one in ten thousand is drawn. `npm run test:long` draws others each time; SEED as well.
 */
const seed = Number(process.env.SEED ?? 20_261_122);
/** It takes some minutes, and a slow machine ten times as long. */
const HOUR_MS = 3_600_000;

test('whatever is redrawn, every case is where it may be, or parked because nothing else is possible', {
  timeout: HOUR_MS,
}, () => {
  const counts = noCounts();
  fc.assert(
    fc.property(arbitraryRedesign, (redesign) => judge(redesign, counts)),
    { numRuns: RUN_COUNT, seed },
  );
  // A law that nobody came by proves nothing. Of 2000 redesigns some 370 cases are moved, 100
  // decided about and 580 parked; chance alone makes that no less than this.
  expect(counts.moved).toBeGreaterThan(RUN_COUNT / 20);
  expect(counts.decided).toBeGreaterThan(RUN_COUNT / 200);
  expect(counts.blocked).toBeGreaterThan(RUN_COUNT / 20);
  expect(counts.unbounded).toBeLessThan(RUN_COUNT / 20);
});

test('over several versions and back, with deviations in between, every state comes back', {
  timeout: HOUR_MS,
}, () => {
  const met: Met = new Map();
  fc.assert(
    fc.property(arbitraryJourney, ({ versions, numbers }) =>
      new Journey(versions, numbers, met).run(),
    ),
    { numRuns: JOURNEY_COUNT, seed },
  );
  for (const event of JOURNEY_EVENTS)
    expect(met.get(event), event).toBeGreaterThan(JOURNEY_COUNT / 30);
});
