import { expect, test } from 'vitest';
import { commands } from './registry.ts';
import { tinyDocument } from './testing/tiny-document.ts';

const tiny = tinyDocument();

test('a refusal calls things as coordinators do, never by their names', () => {
  const result = commands['set-initial'].run(tiny, { group: 'talk', step: 'first' });
  if (result.ok) throw new Error('not refused');
  expect(result.refusal.words).toEqual({
    it: 'Il passo «Colloquio» non contiene altri passi: serve un gruppo.',
    en: 'Step “Colloquio” contains no steps: a group is needed.',
  });
  const inUse = commands['remove-fact'].run(tiny, { of: 'case', fact: 'count' });
  if (inUse.ok) throw new Error('not refused');
  expect(inUse.refusal.words.it).not.toMatch(/counted|count\b/);
});

test('what nothing is called stays as it is said', () => {
  const result = commands['remove-step'].run(tiny, { step: 'nowhere' });
  expect(result).toMatchObject({
    refusal: { words: { it: expect.stringContaining('«nowhere»') } },
  });
});
