import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addFact } from './add-fact.ts';
import { changeFact } from './change-fact.ts';
import { orderFacts } from './order-facts.ts';
import { removeFact } from './remove-fact.ts';
import { renameFact } from './rename-fact.ts';

const tiny = tinyDocument();
const label = { it: 'Nuovo', en: 'New' };

test('a fact is added, changed and removed', () => {
  const added = done(
    addFact.run(tiny, { of: 'case', fact: 'visits', is: { type: 'integer', label } }),
  );
  const is = { type: 'boolean', label } as const;
  const changed = done(changeFact.run(added, { of: 'case', fact: 'visits', is }));
  expect(changed.data.properties.visits).toEqual(is);
  expect(done(removeFact.run(changed, { of: 'case', fact: 'visits' }))).toEqual(tiny);
});

test('a fact in use is not removed, nor given a type that does not fit', () => {
  expect(refusalOf(removeFact.run(tiny, { of: 'case', fact: 'count' }))).toBe('in-use');
  expect(refusalOf(removeFact.run(tiny, { of: 'participant', fact: 'age' }))).toBe('in-use');
  const is = { type: 'boolean', label } as const;
  expect(refusalOf(changeFact.run(tiny, { of: 'case', fact: 'count', is }))).toBe(
    'operator-misfit',
  );
});

test('facts are put in another order, all of them', () => {
  const names = Object.keys(tiny.data.properties);
  const order = names.toReversed();
  const ordered = done(orderFacts.run(tiny, { of: 'case', order }));
  expect(Object.keys(ordered.data.properties)).toEqual(order);
  expect(ordered.data.properties).toEqual(tiny.data.properties);
  const some = names.slice(1);
  expect(refusalOf(orderFacts.run(tiny, { of: 'case', order: some }))).toBe('order-wrong');
});

test('free text is no fact', () => {
  const is = { type: 'string', label } as const;
  expect(refusalOf(addFact.run(tiny, { of: 'case', fact: 'notes', is }))).toBe('fact-private');
});

test('renaming there and back is the identity', () => {
  for (const [of, fact] of [
    ['case', 'count'],
    ['case', 'done'],
    ['participant', 'age'],
  ] as const) {
    const there = done(renameFact.run(tiny, { of, fact, to: 'other' }));
    expect(JSON.stringify(there)).not.toContain(`${of}.${fact}`);
    const back = done(renameFact.run(there, { of, fact: 'other', to: fact }));
    expect(JSON.stringify(back)).toBe(JSON.stringify(tiny));
  }
});
