import type { Facts, PathwayDocument, Rule } from '../document.ts';
import { RULE_DEPTH_MAX } from '../limits.ts';
import { evaluateCondition } from './evaluate.ts';

/** What a rule may still become once a form is filled in. */
export type Outlook = 'certain' | 'possible' | 'impossible';

/** Sets of verdicts, one bit each. */
const TRUE = 1;
const FALSE = 2;
const UNKNOWN = 4;
const NOT_FALSE = TRUE | UNKNOWN;
const BIT = { true: TRUE, false: FALSE, unknown: UNKNOWN } as const;

/**
 * Whether a rule holds whatever is answered, for some answer, or for none. Conditions are taken as
 * independent of each other: `possible` may be too hopeful, the other two are never wrong.
 */
export function outlookOf(document: PathwayDocument, rule: string, facts: Facts): Outlook {
  const verdicts = verdictsOf(document, { rule }, facts, 0);
  if (verdicts === TRUE) return 'certain';
  return verdicts & TRUE ? 'possible' : 'impossible';
}

function verdictsOf(document: PathwayDocument, rule: Rule, facts: Facts, depth: number): number {
  if (depth > RULE_DEPTH_MAX) return UNKNOWN;
  const inner = (part: Rule) => verdictsOf(document, part, facts, depth + 1);
  if ('all' in rule) return both(rule.all.map(inner));
  if ('any' in rule) return opposite(both(rule.any.map((part) => opposite(inner(part)))));
  if ('not' in rule) return opposite(inner(rule.not));
  if ('rule' in rule) {
    const named = Object.hasOwn(document.rules, rule.rule) ? document.rules[rule.rule] : undefined;
    return named === undefined ? UNKNOWN : inner(named);
  }
  if (rule.fact.startsWith('answer.')) return TRUE | FALSE | UNKNOWN;
  return BIT[evaluateCondition(rule, facts)];
}

/** The verdicts of a conjunction: false wins over unknown, unknown over true. */
function both(parts: readonly number[]): number {
  return parts.reduce((left, right) => {
    const isUnknown =
      (left & UNKNOWN && right & NOT_FALSE) || (right & UNKNOWN && left & NOT_FALSE);
    return (left & right & TRUE) | ((left | right) & FALSE) | (isUnknown ? UNKNOWN : 0);
  }, TRUE);
}

function opposite(verdicts: number): number {
  return (verdicts & UNKNOWN) | (verdicts & TRUE ? FALSE : 0) | (verdicts & FALSE ? TRUE : 0);
}
