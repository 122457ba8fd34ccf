import { expect, test } from 'vitest';
import { drawn, foundBy, words } from '../testing-pathway.ts';

const states = { start: { on: { GO: { target: '#ended' } } }, ended: { type: 'final' } } as const;
const stages = [{ id: 'training', label: words('Formazione'), colour: 'blue' as const }];

test('a stage without steps is found, to be removed', () => {
  const [found] = foundBy('stage-unused', drawn({ states, stages }));
  expect(found?.elements[0]?.pointer).toBe('/stages/0');
  expect(found?.repair?.parameters).toEqual({ stage: 'training' });
});

test('a stage of a step is none', () => {
  const document = drawn({ states, stages, steps: { start: { stage: 'training' } } });
  expect(foundBy('stage-unused', document)).toEqual([]);
});
