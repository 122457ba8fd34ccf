import { expect, test } from 'vitest';
import type { Rule } from '../../document.ts';
import { drawn, foundBy } from '../testing-pathway.ts';

const age = (value: number): Rule => ({ fact: 'participant.age', op: '>=', value });

/** Two transitions of one action, each to a step of its own. */
function twoWays(first: Rule | undefined, second: Rule) {
  return drawn({
    participant: { age: { type: 'integer', minimum: 0 } },
    rules: { ...(first && { first }), second },
    states: {
      start: {
        on: {
          GO: [
            { target: '#one', ...(first && { guard: 'first' }) },
            { target: '#two', guard: 'second' },
          ],
        },
      },
      one: { type: 'final' },
      two: { type: 'final' },
    },
  });
}

test.each([
  ['whenever it would hold, the first does', age(16), age(18), 1],
  ['the first is always allowed', undefined, age(18), 1],
  ['the first holds for fewer', age(18), age(16), 0],
  ['the second holds for others', age(18), { not: age(18) }, 0],
])('the second of two transitions: %s', (_, first, second, count) => {
  const found = foundBy('transition-shadowed', twoWays(first, second));
  expect(found).toHaveLength(count);
  for (const one of found) {
    expect(one.elements).toEqual([{ pointer: '/machine/states/start/on/GO/1', step: 'start' }]);
    const transition = { from: 'start', kind: 'action', name: 'GO', index: 1 };
    expect(one.repair).toMatchObject({ command: 'remove-transition', parameters: { transition } });
  }
});
