import { expect, test } from 'vitest';
import type { Rule } from '../../document.ts';
import { drawn, placesFoundBy, words } from '../testing-pathway.ts';

const age = (op: '<' | '>' | '>=' | '<=' | '=', value: number): Rule => ({
  fact: 'participant.age',
  op,
  value,
});
const situation = (op: '=' | '!=' | 'in', value: string | string[]): Rule => ({
  fact: 'participant.situation',
  op,
  value,
});

function withRule(rule: Rule) {
  const choice = (text: string) => ({ const: text, label: words(text) });
  return drawn({
    participant: {
      age: { type: 'integer', minimum: 0, maximum: 120 },
      situation: { type: 'string', oneOf: [choice('student'), choice('worker')] },
      interests: {
        type: 'array',
        items: { type: 'string', oneOf: [choice('wood'), choice('web')] },
      },
    },
    rules: { rule },
    states: {
      start: { on: { GO: { target: '#ended', guard: 'rule' }, END: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
}

test.each<[string, Rule, boolean]>([
  ['a range upside down', { all: [age('>', 30), age('<', 18)] }, true],
  ['a range', { all: [age('>=', 16), age('<=', 18)] }, false],
  ['a gap between whole numbers', { all: [age('>', 17), age('<', 18)] }, true],
  ['beyond what is declared', age('>', 120), true],
  ['two choices at once', { all: [situation('=', 'student'), situation('=', 'worker')] }, true],
  ['neither of two choices', { not: situation('in', ['student', 'worker']) }, true],
  ['one of two choices', situation('!=', 'worker'), false],
  [
    'both interests',
    {
      all: [
        { fact: 'participant.interests', op: 'contains', value: 'wood' },
        { fact: 'participant.interests', op: 'contains', value: 'web' },
      ],
    },
    false,
  ],
  [
    'not known, and of age',
    { all: [{ not: { fact: 'participant.age', op: 'known' } }, age('>=', 18)] },
    true,
  ],
])('%s', (_, rule, isNeverTrue) => {
  const places = placesFoundBy('rule-never-true', withRule(rule));
  expect(places).toEqual(isNeverTrue ? ['/rules/rule'] : []);
});
