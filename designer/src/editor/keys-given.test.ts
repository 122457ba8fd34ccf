import { expect, test } from 'vitest';
import type { Step } from './edit-history.ts';
import { keysGivenAgain, keysGivenBack } from './keys-given.ts';

const said = (text: string) => ({ it: text, en: text });
const rename = (step: string, to: string): Step => ({
  name: 'rename-step',
  parameters: { step, to },
});
const replace: Step = {
  name: 'replace-step',
  parameters: { step: 'a', by: 'b', label: said('B') },
};
const add: Step = { name: 'add-step', parameters: { step: 'z', label: said('Z') } };

test('an edit that is taken back gives the steps their keys again, the last one first', () => {
  expect(keysGivenBack([replace, add, rename('b', 'c')])).toEqual([
    rename('c', 'b'),
    rename('b', 'a'),
  ]);
  expect(keysGivenBack([add])).toEqual([]);
});

test('an edit that is done again gives the new keys again, in its order', () => {
  expect(keysGivenAgain([replace, add, rename('b', 'c')])).toEqual([
    rename('a', 'b'),
    rename('b', 'c'),
  ]);
});
