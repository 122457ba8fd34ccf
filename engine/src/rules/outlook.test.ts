import { expect, test } from 'vitest';
import type { Facts, PathwayDocument, Rule } from '../document.ts';
import { outlookOf } from './outlook.ts';

const adult: Rule = { fact: 'participant.age', op: '>=', value: 18 };
const consent: Rule = { fact: 'case.consent', op: '=', value: true };
const answer: Rule = { fact: 'answer.goal', op: '=', value: 'job' };

const cases: [string, Rule, Facts, ReturnType<typeof outlookOf>][] = [
  ['a fact that holds', adult, { 'participant.age': 18 }, 'certain'],
  ['a fact that does not hold', adult, { 'participant.age': 17 }, 'impossible'],
  ['a missing fact', adult, {}, 'impossible'],
  ['the denial of a missing fact', { not: adult }, {}, 'impossible'],
  ['an answer', answer, {}, 'possible'],
  ['the denial of an answer', { not: answer }, {}, 'possible'],
  ['whether a field is answered', { fact: 'answer.goal', op: 'known' }, {}, 'possible'],
  ['a fact and an answer', { all: [adult, answer] }, { 'participant.age': 18 }, 'possible'],
  ['a missing fact and an answer', { all: [adult, answer] }, {}, 'impossible'],
  ['not both, one missing', { not: { all: [adult, answer] } }, {}, 'possible'],
  ['a fact or an answer', { any: [adult, answer] }, { 'participant.age': 18 }, 'certain'],
  ['a missing fact or an answer', { any: [consent, answer] }, {}, 'possible'],
  ['a rule that is not there', { rule: 'toString' }, {}, 'impossible'],
];

test.each(cases)('%s is judged before the form is filled in', (_, rule, facts, outlook) => {
  const document = { rules: { asked: rule } } as unknown as PathwayDocument;
  expect(outlookOf(document, 'asked', facts)).toBe(outlook);
});
