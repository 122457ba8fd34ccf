import type { Condition, Facts, FactValue, PathwayDocument, Rule } from '../document.ts';
import { instantOf, isDate } from '../instant.ts';
import { RULE_DEPTH_MAX } from '../limits.ts';

/** Kleene's three truth values: a fact that is missing makes a condition neither true nor false. */
export type Verdict = 'true' | 'false' | 'unknown';

/** Whether the rule (or the rule of that name) holds. Total: an unknown name is never true. */
export function evaluateRule(
  document: PathwayDocument,
  rule: Rule | string,
  facts: Facts,
): Verdict {
  return evaluateAt(document, typeof rule === 'string' ? { rule } : rule, facts, 0);
}

function evaluateAt(document: PathwayDocument, rule: Rule, facts: Facts, depth: number): Verdict {
  // The parser refuses deeper rules and cycles; a draft that was never parsed gets a safe answer.
  if (depth > RULE_DEPTH_MAX) return 'unknown';
  const inner = (part: Rule) => evaluateAt(document, part, facts, depth + 1);
  if ('all' in rule) return conjunction(rule.all, inner);
  if ('any' in rule) return negate(conjunction(rule.any, (part) => negate(inner(part))));
  if ('not' in rule) return negate(inner(rule.not));
  if ('rule' in rule) {
    const named = Object.hasOwn(document.rules, rule.rule) ? document.rules[rule.rule] : undefined;
    return named === undefined ? 'unknown' : inner(named);
  }
  return evaluateCondition(rule, facts);
}

/** False wins over unknown, unknown over true. */
export function conjunction<Part>(parts: readonly Part[], of: (part: Part) => Verdict): Verdict {
  let verdict: Verdict = 'true';
  for (const part of parts) {
    const one = of(part);
    if (one === 'false') return 'false';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

/** Unknown stays unknown. */
export function negate(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return verdict;
  return verdict === 'true' ? 'false' : 'true';
}

/** One leaf. Values of different types can't be compared: unknown, so that not even `!=` holds. */
export function evaluateCondition(condition: Condition, facts: Facts): Verdict {
  const fact = Object.hasOwn(facts, condition.fact) ? facts[condition.fact] : undefined;
  if (condition.op === 'known') return truth(fact !== undefined && fact !== null);
  if (fact === undefined || fact === null || condition.value === undefined) return 'unknown';
  return compare(fact, condition.op, condition.value);
}

function compare(fact: FactValue, op: Condition['op'], value: FactValue): Verdict {
  switch (op) {
    case '=':
      return equality(fact, value);
    case '!=':
      return negate(equality(fact, value));
    case 'in':
      return membership(value, fact);
    case 'not-in':
      return negate(membership(value, fact));
    case 'contains':
      return membership(fact, value);
    default:
      return order(fact, op, value);
  }
}

function equality(fact: FactValue, value: FactValue): Verdict {
  if (typeof fact !== typeof value || typeof fact === 'object') return 'unknown';
  return truth(fact === value);
}

function membership(list: FactValue, item: FactValue): Verdict {
  if (typeof list !== 'object' || typeof item !== 'string') return 'unknown';
  return truth(list.includes(item));
}

function order(fact: FactValue, op: Condition['op'], value: FactValue): Verdict {
  const left = measure(fact, value);
  const right = measure(value, fact);
  if (left === undefined || right === undefined) return 'unknown';
  switch (op) {
    case '<':
      return truth(left < right);
    case '<=':
      return truth(left <= right);
    case '>':
      return truth(left > right);
    case '>=':
      return truth(left >= right);
    default:
      return 'unknown';
  }
}

/** What orders a value beside another of its kind: a number, a date, an instant; text has no order. */
function measure(value: FactValue, beside: FactValue): number | string | undefined {
  if (typeof value === 'number' && typeof beside === 'number') return value;
  if (typeof value !== 'string' || typeof beside !== 'string') return undefined;
  if (isDate(value) && isDate(beside)) return value;
  return isDate(beside) ? undefined : instantOf(value);
}

function truth(holds: boolean): Verdict {
  return holds ? 'true' : 'false';
}
