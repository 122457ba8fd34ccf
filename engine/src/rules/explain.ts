import type { Facts, Language, PathwayDocument, Rule, Words } from '../document.ts';
import { conjunction, negate, type Verdict } from './evaluate.ts';
import { fieldOfFact, inBoth, labelWithin, lowered, valueInWords } from './fact-words.ts';
import { leafVerdict } from './leaf-verdict.ts';
import { type Leaf, type Normal, normalForm } from './normal-form.ts';
import { presenceOf } from './sentence.ts';

/** A verdict, what it rests on, and the same for the parts of the rule (`not` is worked in). */
export interface Explanation {
  readonly verdict: Verdict;
  readonly words: Words;
  readonly parts: readonly Explanation[];
}

/** The rule as a sentence, without the facts of a case. */
export function describeRule(document: PathwayDocument, rule: Rule | string): Words {
  return describe(normalForm(document, rule));
}

function describe(form: Normal): Words {
  if (form.kind === 'leaf') return form.words;
  const parts = form.parts.map((part) => bracketed(describe(part), part));
  return joined(parts, form.kind === 'all' ? { it: ' e ', en: ' and ' } : OR);
}

const OR: Words = { it: ' oppure ', en: ' or ' };

/**
 * Why a rule holds, doesn't, or can't be told: «L’età deve essere tra 18 e 29 anni — ora: 31 anni»,
 * «manca: consenso del genitore». A group that doesn't hold names only the parts that stand in its
 * way. The verdict is `evaluateRule`'s.
 */
export function explainRule(
  document: PathwayDocument,
  rule: Rule | string,
  facts: Facts,
): Explanation {
  return explain(document, normalForm(document, rule), facts);
}

function explain(document: PathwayDocument, form: Normal, facts: Facts): Explanation {
  if (form.kind === 'leaf') return explainLeaf(document, form, facts);
  const parts = form.parts.map((part) => explain(document, part, facts));
  const verdict =
    form.kind === 'all'
      ? conjunction(parts, (part) => part.verdict)
      : negate(conjunction(parts, (part) => negate(part.verdict)));
  const telling = parts
    .map((part, index) => ({ part, form: form.parts[index]! }))
    .filter(({ part }) => (part.verdict === 'true') === (verdict === 'true'));
  if (telling.length === 1) return { verdict, words: telling[0]!.part.words, parts };
  const sentences = telling.map(({ part, form: one }) => bracketed(part.words, one));
  const isChoice = form.kind === 'any' && verdict !== 'true';
  const between = isChoice ? { it: '; oppure ', en: '; or ' } : { it: '; ', en: '; ' };
  return { verdict, words: joined(sentences, between), parts };
}

function explainLeaf(document: PathwayDocument, leaf: Leaf, facts: Facts): Explanation {
  const compared = leaf.tests.map((test) => test.value);
  const field = fieldOfFact(document, leaf.fact, compared);
  const value = Object.hasOwn(facts, leaf.fact) ? facts[leaf.fact] : undefined;
  const verdict = leafVerdict(leaf, facts);
  const isNeeded = presenceOf(leaf.tests) === 'needed';
  const words = inBoth((language) => {
    // Of a consent that isn't there, «now: no» would say nothing more.
    if (isNeeded && verdict !== 'true' && (value === undefined || value === false)) {
      return `${MISSING[language]} ${labelWithin(field, leaf.fact, language)}`;
    }
    if (value !== undefined) {
      return `${leaf.words[language]} — ${NOW[language]} ${valueInWords(field, value, language)}`;
    }
    if (verdict === 'true') return leaf.words[language];
    return `${leaf.words[language]} — ${NOT_KNOWN[language]}`;
  });
  return { verdict, words, parts: [] };
}

type Both = Readonly<Record<Language, string>>;
const NOW: Both = { it: 'ora:', en: 'now:' };
const MISSING: Both = { it: 'manca:', en: 'missing:' };
const NOT_KNOWN: Both = { it: 'dato mancante', en: 'not known' };

function joined(sentences: readonly Words[], between: Words): Words {
  return inBoth((language) =>
    sentences
      .map((one, index) => (index === 0 ? one[language] : lowered(one[language])))
      .join(between[language]),
  );
}

/** A group inside a group is set apart. */
function bracketed(words: Words, form: Normal): Words {
  return form.kind === 'leaf' ? words : { it: `(${words.it})`, en: `(${words.en})` };
}
