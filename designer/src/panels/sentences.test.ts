import { expect, test } from 'vitest';
import { tinyDocument } from '../commands/testing/tiny-document.ts';
import { stepChoices } from './choices.ts';
import { causeWords, wayWords } from './sentences.ts';
import { freshColour } from './stage-colours.ts';

const tiny = tinyDocument();

test('what makes a transition happen is said in plain words', () => {
  const said = (kind: Parameters<typeof causeWords>[2]['kind'], name?: string) =>
    causeWords(tiny, 'talk', { kind, ...(name !== undefined && { name }) }).it;
  expect(said('action', 'GO')).toBe('Azione «Vai»');
  expect(said('timer', 'P14D')).toBe('Dopo 14 giorni');
  expect(said('done', 'interview')).toBe('«Colloquio» si conclude');
  expect(said('failed', 'interview')).toBe('«Colloquio» non riesce');
  expect(said('always')).toBe('Subito, da sé');
});

test('where a transition leads is said with its condition', () => {
  expect(wayWords(tiny, { target: '#talk', guard: 'adult' }).en).toMatch(/^Colloquio, if: /);
  expect(wayWords(tiny, {}).it).toBe('Resta qui');
});

test('steps are listed under their groups, each once', () => {
  const groups = stepChoices(tiny, 'it');
  expect(groups.map(({ group, items }) => [group, items.map(({ label }) => label)])).toEqual([
    ['Piccolo', ['Primo', 'Colloquio', 'Cura', 'Fine']],
    ['Cura', ['Uno', 'Due', 'Fatto']],
  ]);
});

test('a new stage gets a colour that none has yet', () => {
  expect(freshColour(tiny)).toBe('teal');
});
