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

const seen = (op: '<' | '<=' | '>', time: string): Rule => ({
  fact: 'participant.seenAt',
  op,
  value: `2026-01-12T${time}:00.000Z`,
});
const born = (op: '<' | '>', value: string): Rule => ({ fact: 'participant.bornOn', op, value });
const share = (op: '<' | '>' | '!=', value: number): Rule => ({
  fact: 'participant.share',
  op,
  value,
});

function withRule(rule: Rule) {
  const choice = (text: string) => ({ const: text, label: words(text) });
  return drawn({
    participant: {
      age: { type: 'integer', minimum: 0, maximum: 120 },
      situation: { type: 'string', oneOf: [choice('student'), choice('worker')] },
      seenAt: { type: 'string', format: 'date-time' },
      bornOn: { type: 'string', format: 'date' },
      share: { type: 'number', minimum: 0, maximum: 1 },
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
  ['within a morning', { all: [seen('>', '08:00'), seen('<', '12:00')] }, false],
  ['after noon and in the morning', { all: [seen('>', '12:00'), seen('<', '08:00')] }, true],
  ['at no hour at all', { all: [seen('>', '08:00'), seen('<=', '08:00')] }, true],
  ['between two days in a row', { all: [born('>', '2008-02-28'), born('<', '2008-02-29')] }, true],
  ['between two days', { all: [born('>', '2008-02-28'), born('<', '2008-03-01')] }, false],
  ['between fractions', { all: [share('>', 0.25), share('<', 0.26), share('!=', 0.255)] }, false],
  ['beyond the whole', { all: [share('!=', 1), { not: share('<', 1) }] }, true],
  [
    'under 16, or not a student, though at least 16 and a student',
    {
      all: [
        { any: [age('<', 16), { not: situation('=', 'student') }] },
        { not: { any: [age('<', 16), situation('!=', 'student')] } },
      ],
    },
    true,
  ],
  [
    'four alternatives of which any three can hold, but not all',
    {
      all: [age('<', 16), { not: age('<', 16) }].flatMap((one) =>
        [situation('=', 'student'), situation('=', 'worker')].map((other) => ({
          any: [one, other],
        })),
      ),
    },
    true,
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

/** The same field is asked for in two forms, with other choices in each. */
function askedTwice(rule: Rule) {
  const choices = (...texts: string[]) => ({
    type: 'array' as const,
    items: {
      type: 'string' as const,
      oneOf: texts.map((text) => ({ const: text, label: words(text) })),
    },
  });
  const asking = (form: string) => ({ label: words(form), roles: ['case-manager'] as const, form });
  return drawn({
    forms: {
      short: { wishes: { ...choices('wood', 'web'), maxItems: 1 } },
      long: { wishes: choices('web', 'music', 'sport') },
    },
    rules: { rule },
    actions: { ASK: asking('short'), ASK_MORE: asking('long') },
    states: {
      start: { on: { ASK: { target: '#more' } } },
      more: { on: { ASK_MORE: { target: '#ended', guard: 'rule' }, END: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
}

test.each([
  ['what only the second form offers', ['music', 'sport']],
  ['more choices than the first form allows', ['web', 'music']],
])('of two forms with a field of one name: %s', (_, wanted) => {
  const document = askedTwice({
    all: wanted.map((value) => ({ fact: 'answer.wishes', op: 'contains', value })),
  });
  expect(placesFoundBy('rule-never-true', document)).toEqual([]);
  expect(placesFoundBy('action-never-possible', document)).toEqual([]);
});

const LETTERS = [...'abcdefg'];

/** Other rules ask for all the choices, so that there are many combinations to be told apart. */
function manyChoices(rule: Rule, maxItems: number) {
  const asked = (value: string): Rule => ({ fact: 'participant.wishes', op: 'contains', value });
  const oneOf = LETTERS.map((text) => ({ const: text, label: words(text) }));
  return drawn({
    participant: { wishes: { type: 'array', maxItems, items: { type: 'string', oneOf } } },
    rules: { ...Object.fromEntries(LETTERS.map((one) => [one, asked(one)])), rule },
    states: {
      start: { on: { GO: { target: '#ended', guard: 'rule' }, END: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
}

test.each([
  ['the last of seven choices, of which one may be taken', ['g'], 1, false],
  ['two of seven choices, of which three may be taken', ['f', 'g'], 3, false],
  ['two choices, of which one may be taken', ['f', 'g'], 1, true],
])('%s', (_, wanted, maxItems, isNeverTrue) => {
  const document = manyChoices({ all: wanted.map((one) => ({ rule: one })) }, maxItems);
  const places = placesFoundBy('rule-never-true', document);
  expect(places).toEqual(isNeverTrue ? ['/rules/rule'] : []);
  expect(placesFoundBy('action-never-possible', document)).toHaveLength(isNeverTrue ? 1 : 0);
});

const times = (op: '<' | '>', value: number): Rule => ({ fact: 'case.times', op, value });

test.each<[string, Rule, boolean]>([
  [
    'between numbers too far apart to be counted one by one',
    { all: [times('>', 3), times('<', 40)] },
    false,
  ],
  ['below the least of what is counted', { all: [times('<', 0), times('<', 40)] }, true],
])('%s', (_, rule, isNeverTrue) => {
  const once = { type: 'record', params: { times: { add: 1 } } } as const;
  const document = drawn({
    data: { times: { type: 'integer', minimum: 0, default: 0 } },
    rules: { rule },
    states: {
      start: {
        on: {
          AGAIN: { actions: [once] },
          GO: { target: '#ended', guard: 'rule' },
          END: { target: '#ended' },
        },
      },
      ended: { type: 'final' },
    },
  });
  expect(placesFoundBy('rule-never-true', document)).toEqual(isNeverTrue ? ['/rules/rule'] : []);
});
