import { expect, test } from 'vitest';
import { commands } from './registry.ts';
import { saidNames } from './said-names.ts';
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

test('facts are called by their labels in lists too, whatever they are read from', () => {
  const refusal = {
    code: 'fact-unknown',
    words: { it: 'Possibili: «count», «case.count».', en: 'Possible: “count”, “case.count”.' },
  } as const;
  const { label } = tiny.data.properties.count!;
  expect(saidNames(tiny, refusal).words).toEqual({
    it: `Possibili: «${label.it}», «${label.it}».`,
    en: `Possible: “${label.en}”, “${label.en}”.`,
  });
});
