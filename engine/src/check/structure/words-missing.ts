import { pointer } from '../../parse/problem.ts';
import type { Check } from '../check-kind.ts';
import type { Found } from '../finding.ts';

/** Every text that people read has its Italian and its English words. */
export const wordsMissing: Check = ({ document }) => textsIn(document, []);

function textsIn(value: unknown, place: readonly (string | number)[]): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const { it, en } = value as { it?: unknown; en?: unknown };
  if (typeof it === 'string' || typeof en === 'string') return missing({ it, en }, place);
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...place, key]));
}

function missing(
  words: Record<'it' | 'en', unknown>,
  place: readonly (string | number)[],
): Found[] {
  const isEmpty = (text: unknown) => typeof text !== 'string' || text.trim() === '';
  const lacks = (['it', 'en'] as const).filter((language) => isEmpty(words[language]));
  if (lacks.length === 0) return [];
  const step = place[0] === 'steps' ? { step: String(place[1]) } : {};
  const names = { it: ['in italiano', 'in inglese'], en: ['in Italian', 'in English'] };
  const said = (language: 'it' | 'en') =>
    lacks.map((one) => names[language][one === 'it' ? 0 : 1]).join(', ');
  const message = {
    it: `Manca il testo ${said('it')}: chi legge in quella lingua non vedrà nulla.`,
    en: `The text is missing ${said('en')}: who reads that language will see nothing.`,
  };
  return [{ severity: 'error', elements: [{ pointer: pointer(place), ...step }], message }];
}
