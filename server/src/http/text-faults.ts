import type { Words } from '../contract/words.ts';
import type { Fault } from './problems.ts';

/**
 * Texts that no database row can hold: with a NUL in them, or half a character (a surrogate
 * without its other half). Of values that the contract has parsed, so that none is nested deeply.
 */
export function textFaults(value: unknown, path = ''): Fault[] {
  if (typeof value === 'string') return isWhole(value) ? [] : [{ path, message: NOT_WHOLE }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return isWhole(key) ? textFaults(inner, place) : [{ path, message: NOT_WHOLE }];
  });
}

const isWhole = (text: string) => !text.includes('\0') && text.isWellFormed();

const NOT_WHOLE: Words = {
  it: 'Contiene un carattere che non è testo: riscrivilo.',
  en: 'It holds a character that is no text: write it again.',
};
