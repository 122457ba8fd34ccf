import { MESSAGE_NAMES } from '@percorso/engine';
import { expect, test } from 'vitest';
import { filledIn, withName } from './message-names.ts';

test('every placeholder has an example in the preview', () => {
  const text = MESSAGE_NAMES.map((name) => `{${name}}`).join(' ');
  expect(filledIn(text, 'it', '$& costs $1')).not.toMatch(/[{}]/);
  expect(filledIn('«{pathway}»', 'en', '$& costs $1')).toBe('«$& costs $1»');
});

test('a placeholder takes the place of what is chosen in the text', () => {
  expect(withName('Ciao NOME!', 'firstName', 5, 9)).toBe('Ciao {firstName}!');
});
