import { expect, test } from 'vitest';
import { durationInWords } from './duration-in-words.ts';

test.each([
  ['P14D', '14 giorni', '14 days'],
  ['P1M', '1 mese', '1 month'],
  ['P1Y6M', '1 anno e 6 mesi', '1 year and 6 months'],
  ['PT36H', '36 ore', '36 hours'],
  ['P1DT30M', '1 giorno e 30 minuti', '1 day and 30 minutes'],
])('%s is said as people say it', (duration, it, en) => {
  expect(durationInWords(duration, 'it')).toBe(it);
  expect(durationInWords(duration, 'en')).toBe(en);
});
