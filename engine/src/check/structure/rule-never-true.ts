import { pointer } from '../../parse/problem.ts';
import { describeRule } from '../../rules/explain.ts';
import type { Check } from '../check-kind.ts';
import { questionOf, TRUE } from '../facts/ask.ts';
import { declaredStore } from '../facts/declared-store.ts';
import { satisfied } from '../facts/satisfy.ts';

/** A rule that no values of its facts make true, by their types and bounds. */
export const ruleNeverTrue: Check = (space) => {
  const { document } = space;
  return Object.keys(document.rules)
    .filter((rule) => {
      const question = questionOf(space, { rule }, true);
      return satisfied([[question, TRUE]], declaredStore(space, null)) === undefined;
    })
    .map((rule) => {
      const said = describeRule(document, rule);
      return {
        severity: 'error',
        elements: [{ pointer: pointer(['rules', rule]) }],
        message: {
          it: `La condizione «${rule}» non può mai essere vera: ${said.it}.`,
          en: `Condition “${rule}” can never be true: ${said.en}.`,
        },
      };
    });
};
