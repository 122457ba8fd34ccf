import { expect, test } from 'vitest';
import { drawn, foundBy } from '../testing-pathway.ts';

function withFact(isRecorded: boolean) {
  const record = { type: 'record' as const, params: { ready: true } };
  return drawn({
    data: { ready: {} },
    states: {
      start: { on: { GO: { target: '#ended', ...(isRecorded && { actions: [record] }) } } },
      ended: { type: 'final' },
    },
  });
}

test('a fact that nothing sets or reads is found, to be removed', () => {
  const [found] = foundBy('fact-unused', withFact(false));
  expect(found?.elements[0]?.pointer).toBe('/data/properties/ready');
  expect(found?.repair?.parameters).toEqual({ of: 'case', fact: 'ready' });
});

test('a fact that is recorded is none, though no rule reads it: people do', () => {
  expect(foundBy('fact-unused', withFact(true))).toEqual([]);
});
