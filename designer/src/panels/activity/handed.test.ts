import type { Field } from '@percorso/engine';
import { expect, test } from 'vitest';
import { mayHand, withHanded } from './handed.ts';

const label = { it: 'Dato', en: 'Fact' };
const input = { label, pathway: 'internship' };

test('a fact is handed on, another in its place, or none', () => {
  const one = withHanded(input, 'edition', 'internshipEdition');
  expect(one.data).toEqual({ edition: { fact: 'case.internshipEdition' } });
  const two = withHanded(one, 'promoter', 'promoter');
  expect(Object.keys(two.data ?? {})).toEqual(['edition', 'promoter']);
  expect(withHanded(withHanded(two, 'edition', null), 'promoter', null)).toEqual(input);
});

test('only what fits can be handed on', () => {
  const choice = (...names: string[]): Field => ({
    type: 'string',
    label,
    oneOf: names.map((name) => ({ const: name, label })),
  });
  expect(mayHand(choice('a'), choice('a', 'b'))).toBe(true);
  expect(mayHand(choice('a', 'b'), choice('a'))).toBe(false);
  expect(mayHand({ type: 'integer', label }, { type: 'boolean', label })).toBe(false);
  const edition = (opportunity: string): Field => ({
    type: 'string',
    format: 'edition',
    label,
    opportunity,
  });
  expect(mayHand(edition('lab'), edition('lab'))).toBe(true);
  expect(mayHand(edition('lab'), edition('training'))).toBe(false);
});
