import type { MachineTransition, Words } from '../document.ts';
import { describeRule } from '../rules/explain.ts';
import { inBoth, lowered } from '../rules/fact-words.ts';
import { type Comparison, difference } from './comparison.ts';
import type { Difference, Subject } from './difference.ts';
import { isSame, propertyDifferences, sentence } from './property-differences.ts';
import { ends, type Slot, withCause } from './slot.ts';

const ASKS: Words = {
  it: 'La condizione del passaggio da {0} a {1} ',
  en: 'The condition of the transition from {0} to {1} ',
};
const LEADS: Words = { it: 'Il passaggio da {0} ', en: 'The transition from {0} ' };
const WHOSE: Words = {
  it: 'del passaggio da {0} a {1} ',
  en: 'of the transition from {0} to {1} ',
};

/** Of one transition in both documents: where it leads, what it asks, and the rest. */
export function transitionChanges(
  comparison: Comparison,
  slot: Slot,
  subject: Subject,
  pair: readonly [MachineTransition, MachineTransition],
): Difference[] {
  const { before, after: later } = comparison;
  const [was, is] = pair;
  const [from, to] = ends(comparison, later.document, slot, is);
  const found: Difference[] = [];
  const add = (start: Words, end: Words) => {
    const words = inBoth((language) => `${withCause(start, slot)[language]} ${end[language]}`);
    found.push(difference(comparison, 'changed', subject, words));
  };
  if (was.target !== is.target) {
    const [, earlier] = ends(comparison, before.document, slot, was);
    add(sentence(LEADS, from), targetChange(was, is, to, earlier));
  }
  if (was.guard !== is.guard) add(sentence(ASKS, from, to), guardChange(comparison, was, is));
  const whose = withCause(sentence(WHOSE, from, to), slot);
  const rest = propertyDifferences(comparison, subject, whose, pair, ['target', 'guard']);
  return [...found, ...rest];
}

function targetChange(
  was: MachineTransition,
  is: MachineTransition,
  to: Words,
  earlier: Words,
): Words {
  const isMarked = was.target === undefined || is.target === undefined;
  const words = sentence(isMarked ? STAYS : ENDS, to, earlier);
  return isMarked || !isSame(to, earlier) ? words : sentence(SAME_NAME, to);
}

const SAME_NAME: Words = {
  it: 'ora porta a un altro passo chiamato {0}, o lo indica in un altro modo',
  en: 'now leads to another step called {0}, or names it in another way',
};
const ENDS: Words = { it: 'ora porta a {0} (prima: {1})', en: 'now leads to {0} (before: {1})' };
const STAYS: Words = {
  it: 'ora porta a {0} (prima: {1}; senza destinazione si resta dove si è)',
  en: 'now leads to {0} (before: {1}; without a destination one stays where one is)',
};

function guardChange(
  { before, after: later }: Comparison,
  was: MachineTransition,
  is: MachineTransition,
): Words {
  const none = { it: 'nessuna', en: 'none' };
  const now = is.guard === undefined ? none : describeRule(later.document, is.guard);
  const then = was.guard === undefined ? none : describeRule(before.document, was.guard);
  return inBoth((language) => {
    const [text, old] = [lowered(now[language]), lowered(then[language])];
    return text === old
      ? SAME_WORDS[language]
      : `${IS[language]} ${text} (${WAS[language]} ${old})`;
  });
}

const IS: Words = { it: 'ora è:', en: 'is now:' };
const WAS: Words = { it: 'prima:', en: 'before:' };
const SAME_WORDS: Words = {
  it: 'ora è un’altra, con le stesse parole',
  en: 'is now another one, with the same words',
};
