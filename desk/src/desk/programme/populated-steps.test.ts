import type { MapNode } from '@percorso/designer/map';
import { expect, it } from 'vitest';
import { populatedSteps } from './populated-steps.ts';

const step = (key: string, parent?: string) => ({ key, parent }) as MapNode;
const STEPS = [
  step('registered'),
  step('in-charge'),
  step('way', 'in-charge'),
  step('training', 'way'),
  step('course', 'training'),
  step('course-over', 'training'),
];

it('shows the steps where somebody stands, under the one that contains them', () => {
  const counts = { registered: 3, 'in-charge': 2, way: 2, training: 2, course: 2 };
  const shown = populatedSteps(STEPS, counts).map(({ step: { key }, depth, count }) => [
    key,
    depth,
    count,
  ]);
  expect(shown).toEqual([
    ['registered', 0, 3],
    ['training', 0, 2],
    ['course', 1, 2],
  ]);
});

it('shows nothing where nobody is', () => {
  expect(populatedSteps(STEPS, {})).toEqual([]);
});
