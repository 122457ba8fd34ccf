import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const files = readdirSync(new URL('it/', here));

/** The keys of a catalogue; the plural forms of a language count as one key. */
function keysOf(language: string, file: string): string[] {
  const catalogue: unknown = JSON.parse(readFileSync(new URL(`${language}/${file}`, here), 'utf8'));
  const keys = leaves(catalogue).map(([path]) => path.replace(PLURAL, ''));
  return [...new Set(keys)].sort();
}

const PLURAL = /(_ordinal)?_(zero|one|two|few|many|other)$/;

function leaves(value: unknown, path = ''): [path: string, text: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  );
}

describe('the catalogues of words', () => {
  it('are the same files in both languages', () => {
    expect(readdirSync(new URL('en/', here)).sort()).toEqual([...files].sort());
  });

  it.each(files)('have the same keys in both languages: %s', (file) => {
    expect(keysOf('en', file)).toEqual(keysOf('it', file));
  });

  it.each(files)('have no empty text: %s', (file) => {
    for (const language of ['it', 'en']) {
      const catalogue = JSON.parse(readFileSync(new URL(`${language}/${file}`, here), 'utf8'));
      const empty = leaves(catalogue).filter(
        ([, text]) => typeof text !== 'string' || text.trim() === '',
      );
      expect(empty).toEqual([]);
    }
  });
});
