import { expect, test } from 'vitest';
import { shippedPathway } from '../problems/testing.ts';
import { gatherDeviations } from './gather-deviations.ts';

const document = shippedPathway('mig-work-groups');
const label = { it: 'Prima', en: 'Before' };

test('a step is one, whichever versions its youths were on, and has the draft’s name', () => {
  const steps = [
    { step: 'planning', label, version: 2, counts: { skip: 1, 'add-task': 4 }, total: 5 },
    { step: 'requested', label, version: 2, counts: { 'go-back': 6 }, total: 6 },
    { step: 'planning', label, version: 1, counts: { skip: 2 }, total: 2 },
  ];
  expect(gatherDeviations({ steps }, document)).toEqual([
    {
      step: 'planning',
      label: document.steps.planning!.label,
      isThere: true,
      versions: [1, 2],
      kinds: [
        ['add-task', 4],
        ['skip', 3],
      ],
      total: 7,
    },
    {
      step: 'requested',
      label: document.steps.requested!.label,
      isThere: true,
      versions: [2],
      kinds: [['go-back', 6]],
      total: 6,
    },
  ]);
});

test('a step that the draft has no longer keeps the name that it had last', () => {
  const older = { it: 'Ancora prima', en: 'Long before' };
  const steps = ['gone', 'constructor'].flatMap((step) => [
    { step, label: older, version: 1, counts: { skip: 1 }, total: 1 },
    { step, label, version: 3, counts: { skip: 1 }, total: 1 },
  ]);
  expect(gatherDeviations({ steps }, document)).toMatchObject([
    { step: 'gone', label, isThere: false, versions: [1, 3] },
    { step: 'constructor', label, isThere: false, versions: [1, 3] },
  ]);
});
