import { pointer } from '../../parse/problem.ts';
import { describeRule } from '../../rules/explain.ts';
import type { Check } from '../check-kind.ts';
import { NOT_TRUE, noteFacts, questionOf } from '../facts/ask.ts';
import { declaredStore } from '../facts/declared-store.ts';
import { allConditions, type FactSpace } from '../facts/fact-space.ts';
import { UNKNOWN_REGION } from '../facts/regions.ts';
import { satisfied } from '../facts/satisfy.ts';

/**
 * A rule that holds whatever its facts are, once they are known: it decides nothing. A fact of
 * which some rule asks whether it is known at all may stay unknown.
 */
export const ruleAlwaysTrue: Check = (space) =>
  Object.keys(space.document.rules)
    .filter((rule) => isAlwaysTrue(space, rule))
    .map((rule) => {
      const said = describeRule(space.document, rule);
      return {
        severity: 'warning',
        elements: [{ pointer: pointer(['rules', rule]) }],
        message: {
          it: `La condizione «${rule}» è vera qualunque valore abbiano i suoi dati, quindi non decide nulla: ${said.it}.`,
          en: `Condition “${rule}” holds whatever its facts are, so it decides nothing: ${said.en}.`,
        },
      };
    });

function isAlwaysTrue(space: FactSpace, rule: string): boolean {
  const question = questionOf(space, { rule }, true);
  const presence = new Set(
    allConditions(space.document).flatMap(({ fact, op }) => (op === 'known' ? [fact] : [])),
  );
  const asked = new Set<number>();
  noteFacts(question, asked);
  const store = declaredStore(space, null).map((mask, at) =>
    presence.has(space.facts[at]!.name) ? mask : mask & ~UNKNOWN_REGION,
  );
  return asked.size > 0 && satisfied([[question, NOT_TRUE]], store) === undefined;
}
