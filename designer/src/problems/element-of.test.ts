import { expect, test } from 'vitest';
import { elementOf } from './element-of.ts';
import { shippedPathway } from './testing.ts';

const groups = shippedPathway('mig-work-groups');

test.each([
  ['/steps/requested/label', 'Passo «Richiesto»', { kind: 'steps', steps: ['requested'] }],
  ['/machine/states/requested', 'Passo «Richiesto»', { kind: 'steps', steps: ['requested'] }],
  [
    '/machine/states/requested/on/WITHDRAW',
    'Richiesto: Azione «Il gruppo rinuncia»',
    {
      kind: 'transition',
      place: { from: 'requested', kind: 'action', name: 'WITHDRAW', index: 0 },
    },
  ],
  ['/actions/WITHDRAW', 'Azione «Il gruppo rinuncia»', undefined],
  ['/stages/0', `Fase «${groups.stages[0]!.label.it}»`, undefined],
])('%s is %s', (pointer, label, selection) => {
  const found = elementOf(groups, { pointer });
  expect(found?.label.it).toBe(label);
  expect(found?.selection).toEqual(selection);
});

test('an activity is found by its place', () => {
  const found = elementOf(groups, { pointer: '/machine/states/planned/invoke' });
  expect(found?.selection).toMatchObject({ kind: 'activity', step: 'planned' });
});

test.each(['/steps/gone/label', '/machine/states/gone', '/rules/gone', '/elsewhere', ''])(
  '%s is nowhere any more, or only the whole',
  (pointer) => {
    expect(elementOf(groups, { pointer })?.selection).toBeUndefined();
  },
);
