import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const areas = readdirSync(join(here, 'it')).map((file) => file.replace('.json', ''));

/** Languages differ in their plural forms (English ordinals have four, Italian ones two). */
const PLURAL = /(_ordinal)?_(zero|one|two|few|many|other)$/;

function keysOf(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, inside]) =>
    typeof inside === 'string' ? [path + name] : keysOf(inside as object, `${path}${name}.`),
  );
}

function catalogue(language: string, area: string): object {
  return JSON.parse(readFileSync(join(here, language, `${area}.json`), 'utf8')) as object;
}

function textsOf(value: object): string[] {
  return Object.values(value).flatMap((inside) =>
    typeof inside === 'string' ? [inside] : textsOf(inside as object),
  );
}

describe('the words of the desk', () => {
  it('have the same areas in both languages', () => {
    expect(readdirSync(join(here, 'en'))).toEqual(readdirSync(join(here, 'it')));
  });

  it.each(areas)('say the same things in both languages: %s', (area) => {
    const keys = (language: string) =>
      [...new Set(keysOf(catalogue(language, area)).map((key) => key.replace(PLURAL, '')))].sort();
    expect(keys('en')).toEqual(keys('it'));
  });

  it.each(areas)('have the plural form that every number can fall back on: %s', (area) => {
    for (const language of ['it', 'en']) {
      const keys = new Set(keysOf(catalogue(language, area)));
      const plurals = [...keys].filter((key) => PLURAL.test(key));
      const others = plurals.map((key) => key.replace(/_[a-z]+$/, '_other'));
      expect(others.filter((key) => !keys.has(key))).toEqual([]);
    }
  });

  it.each(areas)('are nowhere empty: %s', (area) => {
    for (const language of ['it', 'en']) {
      expect(textsOf(catalogue(language, area)).filter((text) => text.trim() === '')).toEqual([]);
    }
  });
});
