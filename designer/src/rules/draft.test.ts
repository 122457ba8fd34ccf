import { OPERATORS, type PathwayDocument, parseDocument, type Rule } from '@percorso/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSteps } from '../editor/edit-history.ts';
import { type Draft, draftOf, isGroup, newCondition, newReference, ruleOf } from './draft.ts';
import {
  duplicated,
  mayMove,
  mayUnwrap,
  moved,
  unwrapped,
  withAdded,
  withKind,
  without,
  wrapped,
} from './draft-edits.ts';
import { extentOf, hasRoom } from './extent.ts';
import { factChoices, placesOfRule, ruleChoices } from './fact-choices.ts';
import { judged } from './judge-rule.ts';
import { operatorsOf, withFact, withOperator } from './operators.ts';
import { usesWithPlaces } from './rule-uses.ts';
import { savingOf, shortNameOf } from './save-rule.ts';
import { shipped } from './testing/shipped.ts';

const neet = shipped.find(({ id }) => id === 'mig-work-neet')!;

const value = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.array(fc.string(), { minLength: 1 }),
);
const condition = fc.oneof(
  fc.record({
    fact: fc.stringMatching(/^case\.[a-z]{1,8}$/),
    op: fc.constantFrom(...OPERATORS),
    value,
  }),
  fc.record({ fact: fc.stringMatching(/^case\.[a-z]{1,8}$/), op: fc.constant('known' as const) }),
);
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    condition,
    fc.record({ rule: fc.stringMatching(/^[a-z]{1,8}$/) }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('rule') }),
  ),
}));

function allParts(draft: Draft): readonly Draft[] {
  return isGroup(draft) ? [draft, ...draft.parts.flatMap(allParts)] : [draft];
}

describe('a draft of a rule', () => {
  it('becomes the identical rule again, whatever the rule', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(ruleOf(draftOf(rule))).toEqual(rule);
      }),
    );
  });

  it.each(
    shipped.flatMap((document) => Object.keys(document.rules).map((rule) => ({ document, rule }))),
  )('opens and saves $rule of $document.id unchanged', ({ document, rule }) => {
    const is = ruleOf(draftOf(document.rules[rule]!));
    const { steps, rule: name } = savingOf(
      document,
      { rule, context: undefined },
      is!,
      shortNameOf(rule),
    );
    const result = runSteps(document, steps);
    expect(name).toBe(rule);
    expect(result.ok && result.document).toEqual(document);
  });

  it('is no rule while something is missing', () => {
    expect(ruleOf(newCondition())).toBeUndefined();
    expect(ruleOf(newReference())).toBeUndefined();
    expect(ruleOf(withAdded(draftOf({ fact: 'case.a', op: 'known' }), 0, newCondition()))).toEqual({
      fact: 'case.a',
      op: 'known',
    });
  });

  it('stays a tree of whole parts under any edit', () => {
    const edits = fc.array(fc.tuple(fc.nat(7), fc.nat(30)), { maxLength: 12 });
    fc.assert(
      fc.property(anyRule, edits, (rule, choices) => {
        let draft = draftOf(rule);
        for (const [what, where] of choices) {
          const parts = allParts(draft);
          draft = EDITS[what]!(draft, parts[where % parts.length]!.id);
          const ids = allParts(draft).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const part of allParts(draft)) {
            if (isGroup(part) && part.kind === 'not') expect(part.parts.length).toBeLessThan(2);
          }
        }
      }),
    );
  });
});

const EDITS: readonly ((draft: Draft, id: number) => Draft)[] = [
  (draft, id) => duplicated(draft, id),
  (draft, id) => moved(draft, id, 1),
  (draft, id) => moved(draft, id, -1),
  (draft, id) => wrapped(draft, id, 'not'),
  (draft, id) => unwrapped(draft, id),
  (draft, id) => without(draft, id),
  (draft, id) => withKind(draft, id, 'not'),
  (draft, id) => withKind(draft, id, 'any'),
];

describe('an edit of a draft', () => {
  const a: Rule = { fact: 'case.a', op: 'known' };
  const b: Rule = { fact: 'case.b', op: 'known' };

  it('puts a lone condition and a new one under one roof', () => {
    const draft = draftOf(a);
    expect(ruleOf(withAdded(draft, draft.id, draftOf(b)))).toEqual({ all: [a, b] });
  });

  it('moves a part, but not beyond the ends', () => {
    const draft = draftOf({ any: [a, b] });
    const first = allParts(draft)[1]!.id;
    expect(ruleOf(moved(draft, first, 1))).toEqual({ any: [b, a] });
    expect(mayMove(draft, first, -1)).toBe(false);
    expect(moved(draft, first, -1)).toBe(draft);
  });

  it('denies all of a group together', () => {
    const draft = draftOf({ any: [a, b] });
    expect(ruleOf(withKind(draft, draft.id, 'not'))).toEqual({ not: { any: [a, b] } });
  });

  it('dissolves a group into the one around it', () => {
    const draft = draftOf({ all: [a, { any: [a, b] }] });
    const inner = allParts(draft)[2]!.id;
    expect(ruleOf(unwrapped(draft, inner))).toEqual({ all: [a, a, b] });
    expect(mayUnwrap(draft, draft.id)).toBe(false);
  });
});

describe('what a condition may read', () => {
  it('are the answers of the form that comes with its transition, and no others', () => {
    for (const document of shipped) {
      for (const rule of Object.keys(document.rules)) {
        const places = placesOfRule(document, rule);
        const facts = new Set(factChoices(document, places).map(({ fact }) => fact));
        // A rule that decides something can be built again from what is offered.
        for (const part of allParts(draftOf(document.rules[rule]!))) {
          if (places.length > 0 && part.kind === 'fact') expect(facts).toContain(part.fact);
          if (places.length > 0 && part.kind === 'rule') {
            const offered = ruleChoices(document, rule, factChoices(document, places));
            expect(offered).toContain(part.rule);
          }
        }
      }
    }
  });

  it('is never a rule that holds the one being built', () => {
    const facts = factChoices(neet, []);
    expect(ruleChoices(neet, 'adult-or-consent', facts)).not.toContain('may-take-in-charge');
    expect(ruleChoices(neet, 'may-take-in-charge', facts)).toContain('adult-or-consent');
  });
});

describe('an operator', () => {
  const age = neet.participant.properties.age!;
  const experience = neet.data.properties.experience!;
  const blank = { id: 1, kind: 'fact', fact: '', op: '=', value: undefined } as const;

  it('begins as the likeliest of the fact’s', () => {
    expect(withFact(blank, 'participant.age', age, undefined)).toMatchObject({ op: '>=' });
  });

  it('keeps the value where it can', () => {
    const one = { ...blank, fact: 'case.experience', value: 'some' };
    const several = withOperator(one, 'in', experience);
    expect(several.value).toEqual(['some']);
    expect(withOperator(several, '=', experience).value).toBe('some');
    expect(withOperator(several, 'known', experience).value).toBeUndefined();
  });

  it('is offered wherever the engine would take it', () => {
    for (const { participant, data } of shipped) {
      for (const field of Object.values({ ...participant.properties, ...data.properties })) {
        for (const { op } of operatorsOf(field)) expect(OPERATORS).toContain(op);
        expect(operatorsOf(field).map(({ op }) => op)).toContain('known');
      }
    }
  });
});

describe('the size of a rule', () => {
  const nested = (depth: number): Rule =>
    depth === 0 ? { fact: 'participant.age', op: 'known' } : { not: nested(depth - 1) };

  it.each([10, 14, 15, 16, 17])('is bounded as the engine bounds it, at %i levels', (depth) => {
    const document: PathwayDocument = {
      ...neet,
      rules: { ...neet.rules, deep: nested(depth - 1) },
    };
    const isTaken = parseDocument(document).ok;
    expect(extentOf(document, draftOf(nested(depth - 1))).depth <= 16).toBe(isTaken);
  });

  it('leaves no room below the deepest place', () => {
    const draft = draftOf(nested(13));
    expect(hasRoom(neet, draft, draft.id)).toBe(true);
    expect(hasRoom(neet, draft, allParts(draft)[12]!.id)).toBe(true);
    expect(hasRoom(neet, draft, allParts(draft)[13]!.id)).toBe(true);
    const deepest = draftOf(nested(15));
    expect(hasRoom(neet, deepest, allParts(deepest)[14]!.id)).toBe(false);
  });
});

describe('saving a rule', () => {
  const context = placesOfRule(neet, 'may-take-in-charge')[0]!;
  const is: Rule = { fact: 'participant.age', op: '>=', value: 18 };

  it('makes a name of its sentence and puts it on the transition, in one edit', () => {
    const { rule, steps } = savingOf(neet, { rule: undefined, context }, is, '');
    const result = runSteps(neet, steps);
    expect(rule).toMatch(/^l-eta-deve-essere/);
    expect(result.ok && placesOfRule(result.document, rule)).toContainEqual(context);
  });

  it('gives it the short name that was asked for', () => {
    const place = { rule: 'adult-or-consent', context: undefined };
    const { rule, steps } = savingOf(neet, place, is, 'Maggiorenne');
    const result = runSteps(neet, steps);
    expect(rule).toBe('maggiorenne');
    expect(result.ok && result.document.rules.maggiorenne).toEqual(is);
  });

  it.each([
    [{ fact: 'participant.age', op: '<', value: -5 } as const, 'never'],
    [{ fact: 'participant.age', op: '>=', value: -5 } as const, 'always'],
  ])('is warned of a rule that decides nothing: %o', (rule, what) => {
    const saving = savingOf(neet, { rule: undefined, context }, rule, '');
    const { warnings, refusal } = judged(neet, saving);
    expect(refusal).toBeUndefined();
    expect(warnings[0]?.en).toContain(what);
  });

  it('is refused with the reason where the value does not fit', () => {
    const rule: Rule = { fact: 'participant.age', op: '>=', value: 'diciotto' };
    const saving = savingOf(neet, { rule: undefined, context }, rule, '');
    expect(judged(neet, saving).refusal?.code).toBe('operand-misfit');
  });
});

describe('the uses of a rule', () => {
  it('can be gone to where they are on the drawing', () => {
    for (const document of shipped) {
      for (const rule of Object.keys(document.rules)) {
        for (const { use, selection } of usesWithPlaces(document, rule)) {
          if (use.path.startsWith('/rules')) expect(selection).toBeUndefined();
          else expect(selection?.kind).toBe('transition');
        }
      }
    }
  });
});
