import { quoted } from '../check/words.ts';
import type { Language, Words } from '../document.ts';
import { inBoth } from '../rules/fact-words.ts';
import { sortedJson } from '../sorted-json.ts';
import { type Comparison, difference } from './comparison.ts';
import type { Difference, Subject } from './difference.ts';
import { propertyName } from './property-names.ts';
import { isWords, valueSaid } from './say-value.ts';

/** Which of these properties differ, in the order of their names. */
function differing(before: object, after: object, but: readonly string[] = []): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !but.includes(name))
    .filter((name) => !isSame(property(before, name), property(after, name)))
    .sort();
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || sortedJson(one) === sortedJson(other);
}

function property(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? of[name as keyof typeof of] : undefined;
}

/** One difference for each property that differs; `whose` says of what, as a genitive. */
export function propertyDifferences(
  comparison: Comparison,
  subject: Subject,
  whose: Words,
  [before, after]: readonly [object, object],
  but: readonly string[] = [],
): Difference[] {
  return differing(before, after, but).map((name) => {
    const values = [property(before, name), property(after, name)] as const;
    const words = propertyChanged(comparison, name, whose, values);
    return difference(
      comparison,
      'changed',
      { ...subject, place: [...subject.place, name] },
      words,
    );
  });
}

/** «Il testo di aiuto del passo «X» ora è «…» (prima: «…»)». */
function propertyChanged(
  { before, after }: Comparison,
  name: string,
  whose: Words,
  [was, is]: readonly [unknown, unknown],
): Words {
  const said = [
    valueSaid(before.document, name, was),
    valueSaid(after.document, name, is),
  ] as const;
  const named = propertyName(name);
  return inBoth((language) => {
    const about = `${named[language]} ${whose[language]}`;
    if (was === undefined && is === true) return `${about} ${THERE[language]}`;
    if (was === undefined) return `${about} ${NOW[language]} ${said[1][language]}`;
    if (is === undefined && was === true) return `${about} ${MISSING[language]}`;
    if (is === undefined) return `${about} ${GONE[language]} ${said[0][language]})`;
    return `${about} ${NOW[language]} ${fromTo([was, is], said, language)}`;
  });
}

const NOW: Words = { it: 'ora è', en: 'is now' };
const GONE: Words = { it: 'non c’è più (prima:', en: 'is gone (before:' };
const THERE: Words = { it: 'ora c’è', en: 'is now there' };
const MISSING: Words = { it: 'non c’è più', en: 'is gone' };
const EARLIER: Words = { it: 'prima:', en: 'before:' };
const INSIDE: Words = {
  it: 'è cambiato in un dettaglio che qui non si legge',
  en: 'changed in a detail that cannot be read here',
};

/** What can't be told apart in this language is told in the other, or as a detail. */
function fromTo(
  values: readonly [unknown, unknown],
  said: readonly [Words, Words],
  language: Language,
): string {
  const other = language === 'it' ? 'en' : 'it';
  const [was, is] = said;
  if (was[language] !== is[language]) {
    return `${is[language]} (${EARLIER[language]} ${was[language]})`;
  }
  if (!values.every(isWords) || was[other] === is[other])
    return `${is[language]}: ${INSIDE[language]}`;
  return `${is[other]} ${OTHER_LANGUAGE[language]} (${EARLIER[language]} ${was[other]})`;
}

const OTHER_LANGUAGE: Words = { it: 'nel testo inglese', en: 'in the Italian text' };

/** A sentence with names in it: `{0}`, `{1}` … stand for them, in quotes. */
export function sentence(pattern: Words, ...names: readonly Words[]): Words {
  return inBoth((language) =>
    pattern[language].replace(/\{(\d)\}/g, (_, index) => quoted(names[Number(index)]!, language)),
  );
}

/** «Il passo «X» ora si chiama «Y»», also when only the other language's name changed. */
export function renaming(pattern: Words, was: Words, is: Words): Words {
  return inBoth((language) => {
    const other = language === 'it' ? 'en' : 'it';
    const isHere = was[language] !== is[language];
    const names = isHere ? [was[language], is[language]] : [was[language], is[other]];
    const text = sentence(pattern, ...names.map((name) => ({ it: name, en: name })))[language];
    return isHere ? text : `${text} ${OTHER_LANGUAGE[language]}`;
  });
}
