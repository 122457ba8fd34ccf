import { expect, test } from 'vitest';
import { oncePer } from './once-per.ts';

test('what is known of a part is asked again only when what stands beside it changes', () => {
  let asked = 0;
  const words = oncePer((part: { readonly name: string }, language: string) => {
    asked += 1;
    return `${part.name} ${language}`;
  });
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  expect([words(one, 'it'), words(other, 'it'), words(one, 'it')]).toEqual([
    'one it',
    'other it',
    'one it',
  ]);
  expect(asked).toBe(2);
  expect(words(one, 'en')).toBe('one en');
  expect(words({ ...one }, 'en')).toBe('one en');
  expect(asked).toBe(4);
});
