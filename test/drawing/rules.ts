/** Writes the conditions that read no answer: they need no transition to be written for. */
import type { PathwayDocument, Rule } from '@percorso/engine';
import { PATHWAY } from '../../designer/src/panels/pathway/words.ts';
import type { Book } from './book.ts';
import { drawRule } from './conditions.ts';
import { button, type Hand } from './hand.ts';
import { inSection } from './things.ts';

export async function drawRules(hand: Hand, book: Book): Promise<void> {
  const { target } = book;
  const names = Object.keys(target.rules).filter((name) => !readsAnswer(target, { rule: name }));
  await inSection(hand, PATHWAY.sections.rules, async () => {
    for (const name of names.sort((a, b) => depth(target, a) - depth(target, b))) {
      await hand.press(button(PATHWAY.addRule.it));
      await drawRule(hand, book, name);
    }
  });
}

function parts(rule: Rule): readonly Rule[] {
  if ('all' in rule) return rule.all;
  if ('any' in rule) return rule.any;
  return 'not' in rule ? [rule.not] : [];
}

function readsAnswer(target: PathwayDocument, rule: Rule): boolean {
  if ('fact' in rule) return rule.fact.startsWith('answer.');
  if ('rule' in rule) return readsAnswer(target, target.rules[rule.rule]!);
  return parts(rule).some((part) => readsAnswer(target, part));
}

/** How many rules lie one inside the other: what is referred to comes first. */
function depth(target: PathwayDocument, name: string): number {
  const inside = (rule: Rule): number =>
    'rule' in rule ? 1 + depth(target, rule.rule) : Math.max(0, ...parts(rule).map(inside));
  return inside(target.rules[name]!);
}
