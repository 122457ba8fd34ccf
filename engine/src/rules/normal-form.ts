import type { Condition, FactValue, Operator, PathwayDocument, Rule, Words } from '../document.ts';
import { RULE_DEPTH_MAX } from '../limits.ts';
import { requirementOf } from './sentence.ts';

/** The operators, and what `contains` and `known` turn into when they are denied. */
export type TestOperator = Operator | 'lacks' | 'unknown';

export interface Test {
  readonly op: TestOperator;
  readonly value?: FactValue;
}

/** What is asked of one fact: one test, or the two ends of a range. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly fact: string;
  readonly tests: readonly Test[];
  /** What is required, as a sentence without the facts of a case. */
  readonly words: Words;
}

/**
 * A rule with its references written out and no `not` left in it: groups are flat, and the two ends
 * of a range stand together. It has the same verdict as the rule under all facts, because Kleene's
 * logic keeps De Morgan's laws.
 */
export type Normal = Leaf | { readonly kind: 'all' | 'any'; readonly parts: readonly Normal[] };

/** Kept with its document: a named rule is explained again and again. */
const known = new WeakMap<PathwayDocument, Map<string, Normal>>();

export function normalForm(document: PathwayDocument, rule: Rule | string): Normal {
  if (typeof rule !== 'string') return normalise(document, rule, false, 0);
  const forms = known.get(document) ?? new Map<string, Normal>();
  known.set(document, forms);
  const form = forms.get(rule) ?? normalise(document, { rule }, false, 0);
  forms.set(rule, form);
  return form;
}

function normalise(
  document: PathwayDocument,
  rule: Rule,
  isDenied: boolean,
  depth: number,
): Normal {
  if (depth > RULE_DEPTH_MAX) return undefinedRule(document, '…');
  const inner = (part: Rule) => normalise(document, part, isDenied, depth + 1);
  if ('all' in rule) return group(document, isDenied ? 'any' : 'all', rule.all.map(inner));
  if ('any' in rule) return group(document, isDenied ? 'all' : 'any', rule.any.map(inner));
  if ('not' in rule) return normalise(document, rule.not, !isDenied, depth + 1);
  if ('rule' in rule) {
    const named = Object.hasOwn(document.rules, rule.rule) ? document.rules[rule.rule] : undefined;
    return named ? inner(named) : undefinedRule(document, rule.rule);
  }
  return leaf(document, rule.fact, [isDenied ? denied(rule) : testOf(rule)]);
}

function testOf({ op, value }: Condition): Test {
  return { op, ...(value !== undefined && { value }) };
}

const OPPOSITES: Readonly<Record<Operator, TestOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not-in',
  'not-in': 'in',
  contains: 'lacks',
  known: 'unknown',
};

function denied(condition: Condition): Test {
  return { ...testOf(condition), op: OPPOSITES[condition.op] };
}

function leaf(document: PathwayDocument, fact: string, tests: readonly Test[]): Leaf {
  return { kind: 'leaf', fact, tests, words: requirementOf(document, fact, tests) };
}

/** Stands for a rule that a draft doesn't have: a fact that nobody has is neither true nor false. */
function undefinedRule(document: PathwayDocument, name: string): Leaf {
  return leaf(document, `rule.${name}`, [{ op: '=', value: true }]);
}

function group(document: PathwayDocument, kind: 'all' | 'any', inner: readonly Normal[]): Normal {
  const parts = inner.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const joined = kind === 'all' ? withRanges(document, parts) : parts;
  return joined.length === 1 ? joined[0]! : { kind, parts: joined };
}

/** Puts a lower and an upper bound of the same fact together, where the first of them stood. */
function withRanges(document: PathwayDocument, parts: readonly Normal[]): Normal[] {
  const result: Normal[] = [];
  for (const part of parts) {
    const other = result.findIndex((before) => isOtherEnd(before, part));
    const before = result[other];
    if (before?.kind === 'leaf' && part.kind === 'leaf') {
      const tests = [...before.tests, ...part.tests].sort((one) => (isLower(one) ? -1 : 1));
      result[other] = leaf(document, part.fact, tests);
    } else result.push(part);
  }
  return result;
}

function isOtherEnd(one: Normal, other: Normal): boolean {
  if (one.kind !== 'leaf' || other.kind !== 'leaf' || one.fact !== other.fact) return false;
  const [first, second] = [one.tests[0]!, other.tests[0]!];
  if (one.tests.length > 1 || other.tests.length > 1) return false;
  return (isLower(first) && isUpper(second)) || (isUpper(first) && isLower(second));
}

function isLower({ op }: Test): boolean {
  return op === '>' || op === '>=';
}

function isUpper({ op }: Test): boolean {
  return op === '<' || op === '<=';
}
