import type { ObjectSchema } from '@percorso/engine';
import { expect, test } from 'vitest';
import { ageOn, participantFacts } from './participant-facts.ts';
import { PARTICIPANT_SCHEMA } from './participant-schema.ts';

const label = { it: 'x', en: 'x' };
const declared = (...names: string[]): ObjectSchema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string', label }])),
});
const source = {
  subject: 'person',
  birthDate: '2009-11-22',
  situation: 'student',
  isHelped: false,
  headCount: null,
  groupKind: null,
  hasCaseManager: true,
} as const;

test('a birthday counts from midnight in Rome, not in Greenwich', () => {
  expect(ageOn('2009-11-22', new Date('2026-11-21T22:59:59Z'), 'Europe/Rome')).toBe(16);
  expect(ageOn('2009-11-22', new Date('2026-11-21T23:00:00Z'), 'Europe/Rome')).toBe(17);
});

test('born on 29 February, one is a year older on 1 March of a common year', () => {
  expect(ageOn('2008-02-29', new Date('2026-02-28T12:00:00Z'), 'Europe/Rome')).toBe(17);
  expect(ageOn('2008-02-29', new Date('2026-03-01T12:00:00Z'), 'Europe/Rome')).toBe(18);
});

test('only what the pathway declares is handed over, and what is not known is absent', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  expect(
    participantFacts(source, declared('age', 'headCount', 'name'), now, 'Europe/Rome'),
  ).toEqual({ age: 16 });
  expect(
    participantFacts(source, declared('hasCaseManager', 'helped'), now, 'Europe/Rome'),
  ).toEqual({ hasCaseManager: true, helped: false });
});

test.each(['person', 'group'] as const)(
  'every fact that is declared for a %s can be told',
  (subject) => {
    const somebody = {
      subject,
      birthDate: '2004-05-17',
      situation: 'student',
      isHelped: true,
      headCount: 20,
      groupKind: 'class',
      hasCaseManager: true,
    };
    const schema = PARTICIPANT_SCHEMA[subject];
    const facts = participantFacts(somebody, schema, new Date('2026-11-22'), 'Europe/Rome');
    expect(Object.keys(facts).sort()).toEqual(Object.keys(schema.properties).sort());
  },
);
