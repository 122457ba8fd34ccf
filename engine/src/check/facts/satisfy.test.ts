import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition, FactValue, Field, Operator, Rule } from '../../document.ts';
import { checkFact } from '../../forms/field-value.ts';
import { parseDocument } from '../../parse/parse-document.ts';
import { evaluateRule } from '../../rules/evaluate.ts';
import { drawn, words } from '../testing-pathway.ts';
import { NOT_TRUE, questionOf, TRUE } from './ask.ts';
import { declaredStore } from './declared-store.ts';
import { factSpaceOf } from './fact-space.ts';
import { satisfied } from './satisfy.ts';

const oneOf = [...'abcdef'].map((text) => ({ const: text, label: words(text) }));
const ORDERED: Operator[] = ['=', '!=', '<', '<=', '>', '>='];

interface Kind {
  readonly field: Partial<Field>;
  readonly operators: readonly Operator[];
  /** What a rule may compare with. */
  readonly compared: readonly FactValue[];
  /** All that could make a difference, and more; what doesn't fit the field is left out. */
  readonly values: readonly FactValue[];
}

const upTo = (most: number, step: number) =>
  Array.from({ length: most / step + 1 }, (_, at) => at * step);
const days = upTo(8, 1).map((day) => `2008-02-2${day}`);
const hours = upTo(8, 1).map((hour) => `2026-01-12T0${hour}:00:00.000Z`);
const lists = upTo(63, 1).map((bits) => [...'abcdef'].filter((_, at) => bits & (1 << at)));

const KINDS: Readonly<Record<string, Kind>> = {
  age: {
    field: { type: 'integer', minimum: 1, maximum: 7 },
    operators: ORDERED,
    compared: upTo(8, 1),
    values: upTo(8, 1),
  },
  share: {
    field: { type: 'number', minimum: 0.3, maximum: 1.3 },
    operators: ORDERED,
    compared: upTo(2, 0.5),
    values: [...upTo(2, 0.25), 0.3, 1.3],
  },
  present: {
    field: { type: 'number', format: 'attendance' },
    operators: ORDERED,
    compared: [0, 0.5, 99.5, 100],
    values: [0, 0.3, 0.5, 50, 99.5, 99.7, 100, 101],
  },
  bornOn: {
    field: { type: 'string', format: 'date' },
    operators: ORDERED,
    compared: days.slice(1, 8),
    values: days,
  },
  seenAt: {
    field: { type: 'string', format: 'date-time' },
    operators: ORDERED,
    compared: hours.slice(1, 8).filter((_, at) => at % 2 === 0),
    values: hours,
  },
  isNew: {
    field: { type: 'boolean' },
    operators: ['=', '!='],
    compared: [true, false],
    values: [true, false],
  },
  situation: {
    field: { type: 'string', oneOf },
    operators: ['in', 'not-in'],
    compared: lists.filter((one) => one.length > 0),
    values: [...'abcdef'],
  },
  edition: {
    field: { type: 'string', format: 'edition', maxLength: 4 },
    operators: ['=', '!='],
    compared: ['a', 'spr-1'.slice(0, 4)],
    values: ['a', 'spr-', 'zz'],
  },
  wish: {
    field: { type: 'array', maxItems: 1, items: { type: 'string', oneOf } },
    operators: ['contains'],
    compared: [...'abcdef'],
    values: lists,
  },
  wishes: {
    field: { type: 'array', minItems: 2, maxItems: 3, items: { type: 'string', oneOf } },
    operators: ['contains'],
    compared: [...'abcdef'],
    values: lists,
  },
};

const names = Object.keys(KINDS);
const document = (rule: Rule) =>
  drawn({
    participant: Object.fromEntries(names.map((name) => [name, KINDS[name]!.field])),
    rules: { rule },
    states: {
      start: { on: { GO: { target: '#ended', guard: 'rule' } } },
      ended: { type: 'final' },
    },
  });

const conditionOn = (name: string): fc.Arbitrary<Condition> => {
  const { operators, compared } = KINDS[name]!;
  const fact = `participant.${name}`;
  const valued = fc.record({
    fact: fc.constant(fact),
    op: fc.constantFrom(...operators),
    value: fc.constantFrom(...compared),
  });
  const known = fc.constant<Condition>({ fact, op: 'known' });
  return fc.oneof({ weight: 9, arbitrary: valued }, { weight: 1, arbitrary: known });
};

/** Of two facts at most, so that all their values can be tried; many conditions on each. */
const arbitraryRule: fc.Arbitrary<Rule> = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
  .chain(([one, other]) => {
    const leaf = fc.oneof(conditionOn(one), conditionOn(other));
    const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'rule' },
        leaf,
        fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 5 }) }),
        fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
        fc.record({ not: tie('rule') }),
      ),
    }));
    return rule;
  });

function factsIn(rule: Rule): string[] {
  if ('fact' in rule) return [rule.fact];
  if ('not' in rule) return factsIn(rule.not);
  if ('rule' in rule) return [];
  return ('all' in rule ? rule.all : rule.any).flatMap(factsIn);
}

/** Everybody there could be, as far as the rule reads. */
function* everybody(rule: Rule): Generator<Record<string, FactValue>> {
  const choices = [...new Set(factsIn(rule))].map((fact) => {
    const { field, values } = KINDS[fact.split('.')[1]!]!;
    const fitting = values.filter(
      (one) => !checkFact({ label: words(''), ...field } as Field, one),
    );
    return [fact, [undefined, ...fitting]] as const;
  });
  const [one, other] = choices;
  for (const first of one![1]) {
    for (const second of other?.[1] ?? [undefined]) {
      yield {
        ...(first !== undefined && { [one![0]]: first }),
        ...(other && second !== undefined && { [other[0]]: second }),
      };
    }
  }
}

test('whether somebody meets a rule, and whether somebody does not, is said as if all had been asked', () => {
  const seen = { met: 0, unmet: 0 };
  fc.assert(
    fc.property(arbitraryRule, (rule) => {
      const drawing = document(rule);
      if (!parseDocument(drawing).ok) throw new Error(`not a rule: ${JSON.stringify(rule)}`);
      const space = factSpaceOf(drawing);
      const question = questionOf(space, rule, true);
      const store = declaredStore(space, null);
      const verdicts = [...everybody(rule)].map((facts) => evaluateRule(drawing, rule, facts));
      // Of more regions than can be told apart nothing is claimed.
      const isBlurred = space.facts.some((fact) => fact.isBlurred);
      const isMet = verdicts.includes('true');
      if (!isBlurred) seen[isMet ? 'met' : 'unmet']++;
      for (const [wanted, isSo] of [
        [TRUE, isMet],
        [NOT_TRUE, verdicts.some((one) => one !== 'true')],
      ] as const) {
        const said = satisfied([[question, wanted]], store);
        if (!isBlurred || said === undefined) expect(said !== undefined).toBe(isSo);
      }
    }),
    { numRuns: 1000 },
  );
  expect(seen.met).toBeGreaterThan(100);
  expect(seen.unmet).toBeGreaterThan(50);
});
