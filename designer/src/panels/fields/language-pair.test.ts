import { expect, test } from 'vitest';
import { completed, isUntranslated, withItalian } from './language-pair.ts';

test('a missing language is read in the other', () => {
  expect(completed({ it: ' Ciao ', en: '' })).toEqual({ it: 'Ciao', en: 'Ciao' });
  expect(completed({ it: '', en: 'Hello' })).toEqual({ it: 'Hello', en: 'Hello' });
  expect(completed({ it: 'Ciao', en: 'Hello' })).toEqual({ it: 'Ciao', en: 'Hello' });
  expect(completed({ it: ' ', en: '' })).toBeUndefined();
});

test('English that is missing or copied is still to be written', () => {
  expect(isUntranslated({ it: 'Ciao', en: '' })).toBe(true);
  expect(isUntranslated({ it: 'Ciao', en: 'Ciao ' })).toBe(true);
  expect(isUntranslated({ it: 'Ciao', en: 'Hello' })).toBe(false);
  expect(isUntranslated({ it: '', en: '' })).toBe(false);
});

test('English that was only the Italian goes on following it', () => {
  expect(withItalian({ it: 'Ciao', en: 'Ciao' }, 'Salve')).toEqual({ it: 'Salve', en: 'Salve' });
  expect(withItalian({ it: 'Ciao', en: 'Hello' }, 'Salve')).toEqual({ it: 'Salve', en: 'Hello' });
});
