/** What a rule may say of a store, and what the store is once it has said it. */
import type { Condition, Facts, Rule } from '../../document.ts';
import { RULE_DEPTH_MAX } from '../../limits.ts';
import { own } from '../../parse/scope.ts';
import { evaluateCondition } from '../../rules/evaluate.ts';
import type { FactSpace, SpaceFact } from './fact-space.ts';
import { UNKNOWN_REGION } from './regions.ts';
import type { Store } from './store.ts';

/** Sets of verdicts, one bit each. */
export const TRUE = 1;
export const FALSE = 2;
export const UNKNOWN = 4;
export const NOT_TRUE = FALSE | UNKNOWN;
const NOT_FALSE = TRUE | UNKNOWN;

/** A rule with its references written out; a leaf says in which regions it is what. */
export type Question =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Question[] }
  | { readonly kind: 'not'; readonly part: Question }
  | { readonly kind: 'leaf'; readonly at: number; readonly masks: readonly number[] }
  | { readonly kind: 'constant'; readonly verdict: number };

const BITS = { true: TRUE, false: FALSE, unknown: UNKNOWN } as const;

/** Without an answer, what a rule asks of one is not known. */
export function questionOf(space: FactSpace, rule: Rule, isAnswered: boolean): Question {
  return question(space, rule, isAnswered, 0);
}

function question(space: FactSpace, rule: Rule, isAnswered: boolean, depth: number): Question {
  if (depth > RULE_DEPTH_MAX) return { kind: 'constant', verdict: UNKNOWN };
  const inner = (part: Rule) => question(space, part, isAnswered, depth + 1);
  if ('all' in rule) return { kind: 'all', parts: rule.all.map(inner) };
  if ('any' in rule) return { kind: 'any', parts: rule.any.map(inner) };
  if ('not' in rule) return { kind: 'not', part: inner(rule.not) };
  if ('rule' in rule) {
    const named = own(space.document.rules, rule.rule);
    return named ? inner(named) : { kind: 'constant', verdict: UNKNOWN };
  }
  const at = space.indexOf.get(rule.fact);
  const isMissing = at === undefined || (!isAnswered && rule.fact.startsWith('answer.'));
  if (isMissing) return { kind: 'constant', verdict: rule.op === 'known' ? FALSE : UNKNOWN };
  return { kind: 'leaf', at, masks: masksOf(space.facts[at]!, rule) };
}

/** By verdict bit: the regions in which the condition has it. */
function masksOf(fact: SpaceFact, condition: Condition): number[] {
  const masks = [0, 0, 0, 0, 0];
  const add = (mask: number, given: Facts) => {
    const bit = BITS[evaluateCondition(condition, given)];
    masks[bit] = masks[bit]! | mask;
  };
  add(UNKNOWN_REGION, {});
  for (const [at, value] of fact.values.entries()) add(2 << at, { [fact.name]: value });
  if (fact.isBlurred && condition.op !== 'known') {
    const known = fact.all & ~UNKNOWN_REGION;
    masks[TRUE] = masks[FALSE] = known;
  }
  return masks;
}

/** The part of a store where the rule may have a wanted verdict; nothing where it can't. */
export function narrowed(one: Question, wanted: number, store: Store): Store | undefined {
  switch (one.kind) {
    case 'constant':
      return one.verdict & wanted ? store : undefined;
    case 'leaf':
      return narrowedLeaf(one.at, one.masks, wanted, store);
    case 'not':
      return narrowed(one.part, opposite(wanted), store);
    case 'all':
      return narrowedAll(one.parts, wanted, store, (part, verdicts, inner) =>
        narrowed(part, verdicts, inner),
      );
    case 'any':
      return narrowedAll(one.parts, opposite(wanted), store, (part, verdicts, inner) =>
        narrowed(part, opposite(verdicts), inner),
      );
  }
}

function opposite(verdicts: number): number {
  return (verdicts & UNKNOWN) | (verdicts & TRUE ? FALSE : 0) | (verdicts & FALSE ? TRUE : 0);
}

function narrowedLeaf(at: number, masks: readonly number[], wanted: number, store: Store) {
  let mask = 0;
  for (const bit of [TRUE, FALSE, UNKNOWN]) if (wanted & bit) mask |= masks[bit]!;
  const rest = store[at]! & mask;
  if (rest === store[at]) return store;
  return rest === 0 ? undefined : store.with(at, rest);
}

type Narrow = (part: Question, wanted: number, store: Store) => Store | undefined;

/** A conjunction: false wins over unknown, unknown over true. */
function narrowedAll(
  parts: readonly Question[],
  wanted: number,
  store: Store,
  narrow: Narrow,
): Store | undefined {
  if (wanted & FALSE) {
    const isOpen = (wanted & TRUE) !== 0;
    return isOpen ? store : anyOf(parts, wanted, store, narrow);
  }
  const limit = wanted & UNKNOWN ? NOT_FALSE : TRUE;
  let rest: Store | undefined = store;
  for (const part of parts) rest = rest && narrow(part, limit, rest);
  return rest && wanted === UNKNOWN ? anyOf(parts, UNKNOWN, rest, narrow) : rest;
}

function anyOf(parts: readonly Question[], wanted: number, store: Store, narrow: Narrow) {
  let found: number[] | undefined;
  for (const part of parts) {
    const rest = narrow(part, wanted, store);
    if (rest === store) return store;
    if (rest) found = found ? found.map((mask, at) => mask | rest[at]!) : [...rest];
  }
  return found;
}

/** Adds the facts that a question asks for, by their index. */
export function noteFacts(one: Question, asked: Set<number>): void {
  if (one.kind === 'leaf') asked.add(one.at);
  else if (one.kind === 'not') noteFacts(one.part, asked);
  else if (one.kind !== 'constant') for (const part of one.parts) noteFacts(part, asked);
}
