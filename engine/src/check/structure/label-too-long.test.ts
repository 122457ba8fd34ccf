import { expect, test } from 'vitest';
import { drawn, foundBy, words } from '../testing-pathway.ts';

const states = { start: { on: { GO: { target: '#ended' } } }, ended: { type: 'final' } } as const;

test.each([
  [40, 0],
  [41, 1],
])('a label of %i characters is found %i times', (length, count) => {
  const label = words('x'.repeat(length));
  const document = drawn({ states, steps: { start: { label } } });
  const found = foundBy('label-too-long', document);
  expect(found).toHaveLength(count);
  for (const one of found) {
    expect(one.elements).toEqual([{ pointer: '/steps/start/label', step: 'start' }]);
  }
});
