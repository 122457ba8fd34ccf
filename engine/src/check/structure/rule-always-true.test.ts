import { expect, test } from 'vitest';
import type { Rule } from '../../document.ts';
import { drawn, placesFoundBy } from '../testing-pathway.ts';

const age = (op: '<' | '>=', value: number): Rule => ({ fact: 'participant.age', op, value });

function withRule(rule: Rule) {
  return drawn({
    participant: { age: { type: 'integer', minimum: 0, maximum: 120 } },
    rules: { rule },
    states: {
      start: { on: { GO: { target: '#ended', guard: 'rule' }, END: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
}

test.each<[string, Rule, boolean]>([
  ['from one side or the other', { any: [age('<', 18), age('>=', 18)] }, true],
  ['with a gap', { any: [age('<', 17), age('>=', 18)] }, false],
  ['within what is declared', age('>=', 0), true],
  ['a bound that matters', age('>=', 16), false],
  ['whether it is known at all', { fact: 'participant.age', op: 'known' }, false],
])('%s', (_, rule, isAlwaysTrue) => {
  const places = placesFoundBy('rule-always-true', withRule(rule));
  expect(places).toEqual(isAlwaysTrue ? ['/rules/rule'] : []);
});
