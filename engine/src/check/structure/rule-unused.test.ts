import { expect, test } from 'vitest';
import { drawn, foundBy, placesFoundBy } from '../testing-pathway.ts';

function withRules(guard: string | undefined) {
  return drawn({
    data: { ready: {} },
    rules: { ready: { fact: 'case.ready', op: '=', value: true }, again: { rule: 'ready' } },
    states: {
      start: {
        on: { GO: { target: '#ended', ...(guard && { guard }) }, END: { target: '#ended' } },
      },
      ended: { type: 'final' },
    },
  });
}

test('a rule that decides nothing is found, to be removed', () => {
  const [found, ...more] = foundBy('rule-unused', withRules('ready'));
  expect(more).toEqual([]);
  expect(found?.elements[0]?.pointer).toBe('/rules/again');
  expect(found?.repair).toMatchObject({ command: 'remove-rule', parameters: { rule: 'again' } });
});

test('a rule that another one refers to is none', () => {
  expect(placesFoundBy('rule-unused', withRules('again'))).toEqual([]);
});

test('two rules of which one refers to the other, and which decide nothing, are both found', () => {
  const found = foundBy('rule-unused', withRules(undefined));
  expect(found.map(({ elements }) => elements[0]?.pointer)).toEqual([
    '/rules/ready',
    '/rules/again',
  ]);
  // The inner one can go only after the outer one.
  expect(found.map(({ repair }) => repair?.parameters)).toEqual([undefined, { rule: 'again' }]);
});
