import { expect, test } from 'vitest';
import { withKeys } from './with-keys.ts';

const said = (it: string) => ({ words: { it, en: it } });

test('the same sentence twice has two keys, and keeps them when another comes before', () => {
  const keys = (...sentences: string[]) => withKeys(sentences.map(said)).map(({ key }) => key);
  const [first, second] = keys('Si apre «Visita».', 'Si apre «Visita».');
  expect(first).not.toBe(second);
  expect(keys('Si apre «Corso».', 'Si apre «Visita».', 'Si apre «Visita».').slice(1)).toEqual([
    first,
    second,
  ]);
});
