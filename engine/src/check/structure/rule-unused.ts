import type { Rule } from '../../document.ts';
import type { Check } from '../check-kind.ts';
import { unused } from './unused.ts';

/** A rule that stands before no transition and in no other rule. */
export const ruleUnused: Check = ({ document, scope }) => {
  const used = new Set<string | undefined>([
    ...scope.transitions.map(({ transition }) => transition.guard),
    ...Object.values(document.rules).flatMap(rulesIn),
  ]);
  return Object.keys(document.rules)
    .filter((rule) => !used.has(rule))
    .map((rule) =>
      unused(
        'warning',
        ['rules', rule],
        { it: rule, en: rule },
        ['La condizione # non decide nessun passaggio.', 'Rule # decides no transition.'],
        ['remove-rule', { rule }],
      ),
    );
};

function rulesIn(rule: Rule): string[] {
  if ('rule' in rule) return [rule.rule];
  if ('not' in rule) return rulesIn(rule.not);
  if ('all' in rule) return rule.all.flatMap(rulesIn);
  return 'any' in rule ? rule.any.flatMap(rulesIn) : [];
}
