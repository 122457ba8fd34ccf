import { expect, test } from 'vitest';
import { repeated } from './repeated.ts';

test.each([
  ['abc', 'a b c'],
  ['aab', '2a b'],
  ['ababc', '2ab c'],
  ['xabababy', 'x 3ab y'],
  ['', ''],
])('%s is told as %s', (items, told) => {
  const passages = repeated([...items]);
  const said = passages.map(({ items: part, count }) => (count > 1 ? count : '') + part.join(''));
  expect(said.join(' ')).toBe(told);
});
