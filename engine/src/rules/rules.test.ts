import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Facts, FactValue, PathwayDocument, Rule } from '../document.ts';
import { emptyPathway } from '../empty-pathway.ts';
import { sampleDocument } from '../parse/sample.fixture.ts';
import { evaluateRule, type Verdict } from './evaluate.ts';
import { describeRule, explainRule } from './explain.ts';
import { cheapestChanges, cheapestUnlock } from './unlock.ts';

const document: PathwayDocument = sampleDocument();

const CONDITIONS: readonly (readonly [
  string,
  Condition['op'],
  FactValue | undefined,
  FactValue | undefined,
  Verdict,
])[] = [
  ['a number is itself', '=', 22, 22, 'true'],
  ['another number is not', '=', 22, 23, 'false'],
  ['the text 22 is not the number 22', '=', '22', 22, 'unknown'],
  ['nor is it another than 22', '!=', '22', 22, 'unknown'],
  ['a missing fact is not less than 30', '<', undefined, 30, 'unknown'],
  ['less', '<', 29, 30, 'true'],
  ['not less', '<', 30, 30, 'false'],
  ['at most', '<=', 30, 30, 'true'],
  ['more', '>', 31, 30, 'true'],
  ['at least', '>=', 29, 30, 'false'],
  ['text has no order', '<', 'a', 'b', 'unknown'],
  ['dates have', '<', '2026-02-28', '2026-03-01', 'true'],
  ['a day that does not exist has none', '<', '2026-02-30', '2026-03-01', 'unknown'],
  [
    'instants are compared as instants',
    '<',
    '2026-01-01T00:30:00+01:00',
    '2026-01-01T00:00:00Z',
    'true',
  ],
  ['a day is not an instant', '<', '2026-01-01', '2026-01-02T00:00:00Z', 'unknown'],
  ['in', 'in', 'a', ['a', 'b'], 'true'],
  ['not in', 'not-in', 'a', ['a', 'b'], 'false'],
  ['in what is no list', 'in', 'a', 'a', 'unknown'],
  ['contains', 'contains', ['a', 'b'], 'b', 'true'],
  ['does not contain', 'contains', ['a'], 'b', 'false'],
  ['a text contains nothing', 'contains', 'ab', 'b', 'unknown'],
  ['known', 'known', false, undefined, 'true'],
  ['not known', 'known', undefined, undefined, 'false'],
];

describe('evaluateRule', () => {
  it.each(CONDITIONS)('%s', (_what, op, fact, value, verdict) => {
    const facts: Facts = fact === undefined ? {} : { 'case.x': fact };
    const condition = { fact: 'case.x', op, ...(value !== undefined && { value }) };
    expect(evaluateRule(document, condition, facts)).toBe(verdict);
  });

  it('joins by Kleene: false wins in all, true in any, unknown stays unknown in not', () => {
    const [yes, no, unknown] = [1, 2, 3].map(
      (value): Rule => ({ fact: value === 3 ? 'case.none' : 'case.x', op: '=', value }),
    ) as [Rule, Rule, Rule];
    const verdict = (rule: Rule) => evaluateRule(document, rule, { 'case.x': 1 });
    expect(verdict({ all: [yes, unknown] })).toBe('unknown');
    expect(verdict({ all: [unknown, no] })).toBe('false');
    expect(verdict({ any: [no, unknown] })).toBe('unknown');
    expect(verdict({ any: [unknown, yes] })).toBe('true');
    expect(verdict({ not: unknown })).toBe('unknown');
    expect(verdict({ not: no })).toBe('true');
  });

  it('finds nothing that every object has: neither facts nor rules', () => {
    expect(evaluateRule(document, 'constructor', {})).toBe('unknown');
    expect(evaluateRule(document, 'toString', {})).toBe('unknown');
    expect(evaluateRule(document, { fact: 'constructor', op: 'known' }, {})).toBe('false');
  });

  it('answers unknown for a draft whose rules go round', () => {
    const draft = { ...document, rules: { a: { rule: 'b' }, b: { not: { rule: 'a' } } } };
    expect(evaluateRule(draft, 'a', {})).toBe('unknown');
    expect(explainRule(draft, 'a', {}).verdict).toBe('unknown');
  });

  it('never turns from true to false, or back, when a missing fact becomes known', () => {
    fc.assert(
      fc.property(anyRule(), anyFacts(), fc.constantFrom(...NAMES), (rule, facts, name) => {
        const { [name]: _known, ...fewer } = facts;
        const before = evaluateRule(document, rule, fewer);
        const after = evaluateRule(document, rule, facts);
        return before === 'unknown' || before === after || asksWhetherKnown(rule);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('explainRule', () => {
  const adult: Rule = {
    all: [
      { fact: 'participant.age', op: '>=', value: 18 },
      { fact: 'participant.age', op: '<', value: 30 },
    ],
  };

  it('says a range once, and what the fact is now', () => {
    expect(explainRule(document, adult, { 'participant.age': 31 })).toMatchObject({
      verdict: 'false',
      words: {
        it: 'L’età deve essere tra 18 e 29 anni — ora: 31 anni',
        en: 'The age must be between 18 and 29 years — now: 31 years',
      },
    });
  });

  it('says what is missing', () => {
    const explained = explainRule(document, { fact: 'case.consent', op: '=', value: true }, {});
    expect(explained.verdict).toBe('unknown');
    expect(explained.words.it).toBe('manca: consenso del genitore');
  });

  it('names of a group only what stands in the way', () => {
    const facts = { 'participant.age': 16, 'case.consent': false };
    expect(explainRule(document, 'may-start', facts).words).toEqual({
      it:
        'L’età deve essere almeno 18 anni — ora: 16 anni; oppure ' + 'manca: consenso del genitore',
      en:
        'The age must be at least 18 years — now: 16 years; or ' +
        'missing: consenso del genitore (en)',
    });
    expect(explainRule(document, 'may-start', { ...facts, 'participant.age': 18 }).words.it).toBe(
      'L’età deve essere almeno 18 anni — ora: 18 anni',
    );
  });

  it('gives evaluateRule’s verdict', () => {
    fc.assert(
      fc.property(anyRule(), anyFacts(), (rule, facts) => {
        const { verdict, words } = explainRule(document, rule, facts);
        expect(verdict).toBe(evaluateRule(document, rule, facts));
        expect(words.it.length).toBeGreaterThan(5);
      }),
      { numRuns: 1000 },
    );
  });
});

const DESCRIBED: readonly (readonly [Rule, string, string])[] = [
  [{ rule: 'lost' }, 'Assenze: deve essere almeno 2', 'Assenze (en): must be at least 2'],
  [
    { fact: 'participant.situation', op: 'in', value: ['student', 'precarious'] },
    'Situazione: deve essere «Studente» o «Precario»',
    'Situazione (en): must be “Studente (en)” or “Precario (en)”',
  ],
  [
    { not: { fact: 'case.interests', op: 'contains', value: 'wood' } },
    'Interessi: non deve comprendere «Legno»',
    'Interessi (en): must not include “Legno (en)”',
  ],
  [
    { fact: 'answer.attendance', op: '>=', value: 75 },
    'Frequenza: deve essere almeno 75%',
    'Frequenza (en): must be at least 75%',
  ],
  [
    { fact: 'case.interviewAt', op: '<=', value: '2026-11-21' },
    'Colloquio: deve essere entro il 21 novembre 2026',
    'Colloquio (en): must be on or before 21 November 2026',
  ],
  [
    { all: [{ rule: 'may-start' }, { fact: 'case.edition', op: 'known' }] },
    '(L’età deve essere almeno 18 anni oppure serve: consenso del genitore) e serve: edizione',
    '(The age must be at least 18 years or needed: consenso del genitore (en)) and ' +
      'needed: edizione (en)',
  ],
];

describe('describeRule', () => {
  it.each(DESCRIBED)('%j', (rule, it_, en) => {
    expect(describeRule(document, rule)).toEqual({ it: it_, en });
  });
});

describe('cheapestUnlock', () => {
  it('asks for what an action can record rather than for another age', () => {
    expect(cheapestUnlock(document, 'may-start', { 'participant.age': 16 })).toEqual([
      {
        fact: 'case.consent',
        words: { it: 'serve: consenso del genitore', en: 'needed: consenso del genitore (en)' },
      },
    ]);
  });

  it('asks for nothing when the rule holds, and when nothing would help', () => {
    expect(cheapestUnlock(document, 'may-start', { 'participant.age': 18 })).toEqual([]);
    const never: Rule = {
      all: [
        { fact: 'case.noShows', op: '=', value: 1 },
        { fact: 'case.noShows', op: '=', value: 2 },
      ],
    };
    expect(cheapestUnlock(document, never, {})).toEqual([]);
    expect(cheapestChanges(document, never, {})).toBeUndefined();
    expect(cheapestUnlock(document, 'adult', {}, () => Infinity)).toEqual([]);
  });

  it('does not spoil one part to mend another', () => {
    const rule: Rule = {
      all: [
        { any: [{ fact: 'case.noShows', op: '=', value: 1 }, { rule: 'adult' }] },
        { fact: 'case.noShows', op: '=', value: 2 },
      ],
    };
    const facts = { 'case.noShows': 1, 'participant.age': 16 };
    expect(cheapestUnlock(document, rule, facts).map((one) => one.fact)).toEqual([
      'participant.age',
      'case.noShows',
    ]);
  });

  it('makes the rule true where it is applied', () => {
    fc.assert(
      fc.property(anyRule(), anyFacts(), (rule, facts) => {
        const changes = cheapestChanges(document, rule, facts);
        if (!changes) return true;
        const after: Record<string, FactValue> = { ...facts };
        for (const { fact, value } of changes) {
          if (value === undefined) delete after[fact];
          else after[fact] = value;
        }
        return evaluateRule(document, rule, after) === 'true';
      }),
      { numRuns: 1000 },
    );
  });
});

const NAMES = [
  'participant.age',
  'participant.situation',
  'case.consent',
  'case.noShows',
  'case.interests',
];

function anyFacts(): fc.Arbitrary<Facts> {
  return fc.record(
    {
      'participant.age': fc.integer({ min: 14, max: 40 }),
      'participant.situation': fc.constantFrom('student', 'precarious'),
      'case.consent': fc.boolean(),
      'case.noShows': fc.integer({ min: 0, max: 4 }),
      'case.interests': fc.constantFrom<string[]>([], ['wood']),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Facts>;
}

function anyRule(): fc.Arbitrary<Rule> {
  const number = fc.record({
    fact: fc.constantFrom('participant.age', 'case.noShows'),
    op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
    value: fc.integer({ min: 0, max: 40 }),
  });
  const choice = fc.record({
    fact: fc.constant('participant.situation'),
    op: fc.constantFrom('in', 'not-in'),
    value: fc.subarray(['student', 'precarious'], { minLength: 1 }),
  });
  const others = fc.constantFrom<Rule>(
    { fact: 'case.consent', op: '=', value: true },
    { fact: 'case.consent', op: 'known' },
    { fact: 'case.interests', op: 'contains', value: 'wood' },
    { rule: 'may-start' },
    { rule: 'lost' },
  );
  return fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(number, choice, others) as fc.Arbitrary<Rule>,
      fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('rule') }),
    ),
  })).rule;
}

/** `known` is the one operator for which a missing fact is an answer. */
function asksWhetherKnown(rule: Rule): boolean {
  return JSON.stringify(rule).includes('"known"');
}

it('a choice that only a later form offers is said with that form’s words', () => {
  const said = (it: string, en: string) => ({ it, en });
  const choice = (value: string, label: { it: string; en: string }) => ({
    type: 'object' as const,
    properties: {
      outcome: {
        type: 'string' as const,
        label: said('Esito', 'Outcome'),
        oneOf: [{ const: value, label }],
      },
    },
  });
  const pathway = {
    ...emptyPathway({ id: 'two-forms', title: said('Due', 'Two') }),
    forms: {
      first: choice('employment', said('Lavoro', 'Employment')),
      second: choice('completed', said('Completato', 'Completed')),
    },
  };
  const rule = { fact: 'answer.outcome', op: '=', value: 'completed' } as const;
  expect(describeRule(pathway, rule)).toEqual({
    it: 'Esito: deve essere «Completato»',
    en: 'Outcome: must be “Completed”',
  });
});
