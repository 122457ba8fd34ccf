import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addRule } from './add-rule.ts';
import { removeRule } from './remove-rule.ts';
import { renameRule } from './rename-rule.ts';
import { replaceRule } from './replace-rule.ts';

const tiny = tinyDocument();

test('a rule is added, replaced and removed', () => {
  const added = done(addRule.run(tiny, { rule: 'new', is: { not: { rule: 'adult' } } }));
  const is = { fact: 'case.count', op: '=', value: 3 } as const;
  expect(done(replaceRule.run(added, { rule: 'new', is })).rules.new).toEqual(is);
  expect(done(removeRule.run(added, { rule: 'new' }))).toEqual(tiny);
  expect(refusalOf(addRule.run(tiny, { rule: 'adult', is }))).toBe('name-taken');
});

test('a rule in use is not removed, and the refusal says where it is', () => {
  const result = removeRule.run(tiny, { rule: 'adult' });
  expect(result).toMatchObject({
    ok: false,
    refusal: { code: 'in-use', path: '/machine/states/first/on/GO/guard' },
  });
  const said = result.ok ? '' : result.refusal.words.it;
  expect(said).toContain('il passo «Primo», la condizione «');
  expect(said).not.toContain('counted');
});

test('a rule of a shape or with a fact that does not exist is refused where it is wrong', () => {
  const is = { fact: 'case.none', op: '=', value: 3 } as const;
  expect(replaceRule.run(tiny, { rule: 'adult', is })).toMatchObject({
    refusal: { code: 'fact-unknown', path: '/rules/adult/fact' },
  });
  const round = { rule: 'counted' };
  expect(refusalOf(replaceRule.run(tiny, { rule: 'adult', is: round }))).toBe('rule-cycle');
});

test('renaming there and back is the identity', () => {
  for (const rule of Object.keys(tiny.rules)) {
    const there = done(renameRule.run(tiny, { rule, to: 'other' }));
    const back = done(renameRule.run(there, { rule: 'other', to: rule }));
    expect(JSON.stringify(back)).toBe(JSON.stringify(tiny));
  }
});
