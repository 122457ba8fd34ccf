import type { Words } from '../document.ts';
import type { Place } from '../parse/problem.ts';
import { own } from '../parse/scope.ts';
import { type Comparison, difference } from './comparison.ts';
import type { Difference, ElementType, Subject } from './difference.ts';
import { isSame, propertyDifferences, renaming, sentence } from './property-differences.ts';

/** What a coordinator calls one kind of declaration: `{0}` is its name, `{1}` its new one. */
interface Phrases {
  readonly added: Words;
  readonly removed: Words;
  readonly renamed: Words;
  /** As a genitive. */
  readonly whose: Words;
}

export interface Declared {
  readonly type: ElementType;
  readonly phrases: Phrases;
  readonly nameOf: (declaration: object, key: string) => Words;
  /** The property that is the name. */
  readonly named?: string;
  readonly but?: readonly string[];
}

type Declarations = Readonly<Record<string, object>>;

/** What differs of declarations that are known by their keys. */
export function declarationDifferences(
  comparison: Comparison,
  { type, phrases, nameOf, named = 'label', but = [] }: Declared,
  placeOf: (key: string) => Place,
  [before, after]: readonly [Declarations, Declarations],
): Difference[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) => {
    const [was, is] = [own(before, key), own(after, key)];
    const subject: Subject = { type, key, place: placeOf(key) };
    const name = nameOf((is ?? was)!, key);
    if (!is) return [difference(comparison, 'removed', subject, sentence(phrases.removed, name))];
    if (!was) return [difference(comparison, 'added', subject, sentence(phrases.added, name))];
    const earlier = nameOf(was, key);
    const isRenamed = !isSame(earlier, name);
    const words = renaming(phrases.renamed, earlier, name);
    const whose = sentence(phrases.whose, name);
    const told = isRenamed ? [...but, named] : but;
    return [
      ...(isRenamed ? [difference(comparison, 'renamed', subject, words)] : []),
      ...propertyDifferences(comparison, subject, whose, [was, is], told),
    ];
  });
}

export function phrasesOf(it: readonly string[], en: string): Phrases {
  const [fresh, defined, whose, gone] = it;
  return {
    added: { it: `${fresh} {0}`, en: `New ${en} {0}` },
    removed: { it: `${defined} {0} ${gone}`, en: `The ${en} {0} is gone` },
    renamed: { it: `${defined} {0} ora si chiama {1}`, en: `The ${en} {0} is now called {1}` },
    whose: { it: `${whose} {0}`, en: `of the ${en} {0}` },
  };
}
