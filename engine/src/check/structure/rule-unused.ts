import type { PathwayDocument, Rule } from '../../document.ts';
import { own } from '../../parse/scope.ts';
import type { Check } from '../check-kind.ts';
import { unused } from './unused.ts';

/** A rule that stands before no transition, nor in a rule that does. */
export const ruleUnused: Check = ({ document, scope }) => {
  const used = new Set(scope.transitions.flatMap(({ transition }) => transition.guard ?? []));
  // A set hears of what is added to it while it is gone through.
  for (const name of used) for (const inner of namesIn(document, name)) used.add(inner);
  const all = Object.keys(document.rules);
  const inRules = new Set(all.flatMap((name) => namesIn(document, name)));
  return all
    .filter((rule) => !used.has(rule))
    .map((rule) => {
      const { repair, ...found } = unused(
        'warning',
        ['rules', rule],
        { it: rule, en: rule },
        ['La condizione # non decide nessun passaggio.', 'Rule # decides no transition.'],
        ['remove-rule', { rule }],
      );
      // It can't go before the rule in which it stands, which is not used either.
      return inRules.has(rule) ? found : { ...found, ...(repair && { repair }) };
    });
};

function namesIn({ rules }: PathwayDocument, name: string): string[] {
  const rule = own(rules, name);
  return rule ? rulesIn(rule) : [];
}

function rulesIn(rule: Rule): string[] {
  if ('rule' in rule) return [rule.rule];
  if ('not' in rule) return rulesIn(rule.not);
  if ('all' in rule) return rule.all.flatMap(rulesIn);
  return 'any' in rule ? rule.any.flatMap(rulesIn) : [];
}
