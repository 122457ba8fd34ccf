import type { Rule, Words } from '../document.ts';
import { own, type Scope } from '../parse/scope.ts';
import { describeRule } from '../rules/explain.ts';
import { fieldOfFact, inBoth, lowered, valueInWords } from '../rules/fact-words.ts';
import { type Leaf, type Normal, normalForm } from '../rules/normal-form.ts';
import { type Comparison, difference, stepName } from './comparison.ts';
import type { Difference, Subject } from './difference.ts';
import { isSame, sentence } from './property-differences.ts';

/** What differs of the named conditions, each called by the steps that it leads to. */
export function ruleDifferences(comparison: Comparison): Difference[] {
  const { before, after } = comparison;
  const keys = new Set([
    ...Object.keys(after.document.rules),
    ...Object.keys(before.document.rules),
  ]);
  return [...keys].flatMap((key) => {
    const [was, is] = [own(before.document.rules, key), own(after.document.rules, key)];
    if (isSame(was, is)) return [];
    const subject: Subject = { type: 'rule', key, place: ['rules', key] };
    const named = { it: key, en: key };
    if (!is) return [difference(comparison, 'removed', subject, sentence(GONE, named))];
    const now = describeRule(after.document, key);
    if (was) return [difference(comparison, 'changed', subject, changed(comparison, key))];
    const start = sentence(NEW, named);
    const words = inBoth((language) => `${start[language]}: ${lowered(now[language])}`);
    return [difference(comparison, 'added', subject, words)];
  });
}

const NEW: Words = { it: 'Nuova condizione {0}', en: 'New condition {0}' };
const GONE: Words = { it: 'La condizione {0} non c’è più', en: 'The condition {0} is gone' };

function changed({ before, after }: Comparison, key: string): Words {
  const about = calledBy(after, key);
  const is = describeRule(after.document, key);
  const was = describeRule(before.document, key);
  const [then, now] = [normalForm(before.document, key), normalForm(after.document, key)];
  const leaves = onlyLeaves(then, now);
  const earlier = leaves && asked(before, leaves[0]);
  const later = leaves ? leaves[1].words : is;
  return inBoth((language) => {
    if (is[language] === was[language]) return about[language] + AS_BEFORE[language];
    const text = lowered(later[language]);
    const old = earlier ? earlier[language] : lowered(was[language]);
    return `${about[language]}${NOW[language]} ${text} (${EARLIER[language]} ${old})`;
  });
}

const NOW: Words = { it: ' ora richiede:', en: ' now requires:' };
const EARLIER: Words = { it: 'prima:', en: 'before:' };
const AS_BEFORE: Words = {
  it: ' è scritta in un altro modo, con le stesse parole',
  en: ' is written in another way, with the same words',
};

/** The two leaves that differ, when they ask another value of the same fact and no more differs. */
function onlyLeaves(was: Normal, is: Normal): readonly [Leaf, Leaf] | undefined {
  if (was.kind === 'leaf' || is.kind === 'leaf') {
    return was.kind === 'leaf' && is.kind === 'leaf' && isOtherValue(was, is)
      ? [was, is]
      : undefined;
  }
  if (was.kind !== is.kind || was.parts.length !== is.parts.length) return undefined;
  const pairs = was.parts.map((part, index) => [part, is.parts[index]!] as const);
  const different = pairs.filter((pair) => !isSame(...pair));
  return different.length === 1 ? onlyLeaves(...different[0]!) : undefined;
}

function isOtherValue(was: Leaf, is: Leaf): boolean {
  const [one, other] = [was.tests[0]!, is.tests[0]!];
  return was.fact === is.fact && was.tests.length + is.tests.length === 2 && one.op === other.op;
}

/** «60%»: the rest of the sentence is as now. */
function asked({ document }: Scope, { fact, tests }: Leaf): Words | undefined {
  const value = tests[0]!.value;
  if (value === undefined) return undefined;
  return inBoth((language) => valueInWords(fieldOfFact(document, fact, [value]), value, language));
}

const NAMES_MAX = 3;

/** «La condizione di «Tirocinio»»: the steps that a rule lets in; of one that none asks, its name. */
function calledBy(scope: Scope, key: string): Words {
  const asking = askingFor(scope, key);
  const targets = scope.transitions.flatMap(({ transition, source }) =>
    transition.guard !== undefined && asking.has(transition.guard)
      ? [transition.target?.replace(/^#/, '') ?? source.key]
      : [],
  );
  const names = [...new Set(targets)].map((target) => stepName(scope.document, target));
  if (names.length === 0 || names.length > NAMES_MAX) {
    return sentence({ it: 'La condizione {0}', en: 'The condition {0}' }, { it: key, en: key });
  }
  const slots = names.map((_, index) => `{${index}}`).join(', ');
  return sentence({ it: `La condizione di ${slots}`, en: `The condition of ${slots}` }, ...names);
}

/** The rules that a rule is part of, itself among them. */
function askingFor({ document }: Scope, key: string): Set<string> {
  const asking = new Set([key]);
  for (let size = 0; size < asking.size; ) {
    size = asking.size;
    for (const [name, rule] of Object.entries(document.rules)) {
      if (refersTo(rule, asking)) asking.add(name);
    }
  }
  return asking;
}

function refersTo(rule: Rule, names: ReadonlySet<string>): boolean {
  if ('all' in rule) return rule.all.some((part) => refersTo(part, names));
  if ('any' in rule) return rule.any.some((part) => refersTo(part, names));
  if ('not' in rule) return refersTo(rule.not, names);
  return 'rule' in rule && names.has(rule.rule);
}
