import type { Unlock } from '../case.ts';
import type { Facts, FactValue, PathwayDocument, Rule, Words } from '../document.ts';
import { fieldOfFact, lowered } from './fact-words.ts';
import { type Leaf, type Normal, normalForm, type Test } from './normal-form.ts';
import { requirementOf } from './sentence.ts';
import { witnessOf } from './witness.ts';

/** What changing a fact to a value is worth avoiding; infinite for what can't be changed. */
export type CostOf = (fact: string, value?: FactValue, present?: FactValue) => number;

/** Nobody changes an age; what the case records, an action can. */
export const factCost: CostOf = (fact) => (fact.startsWith('participant.') ? 10 : 1);

/** One fact of a plan: all that the plan asks of it, and a value that would do. */
export interface Change {
  readonly fact: string;
  readonly tests: readonly Test[];
  readonly words: readonly Words[];
  readonly value: FactValue | undefined;
  readonly cost: number;
}

/** Facts by name, also those that are right already: another part must not spoil them. */
type Plan = ReadonlyMap<string, Change>;

/** How many of the cheapest plans a part hands on: enough for parts that pull at the same fact. */
const PLAN_COUNT_MAX = 8;

/** More tests of one fact than people write; to try them all would take seconds. */
const TEST_COUNT_MAX = 16;

/**
 * The cheapest changes that would make a rule true, each in words; empty where the rule holds
 * already or nothing would help. Cheapest by the sum of `costOf`, then by their number.
 */
export function cheapestUnlock(
  document: PathwayDocument,
  rule: Rule | string,
  facts: Facts,
  costOf: CostOf = factCost,
): readonly Unlock[] {
  const changes = cheapestChanges(document, rule, facts, costOf) ?? [];
  return changes.map((change) => ({ fact: change.fact, words: wordsOf(document, change) }));
}

/** The same with a value for each fact; undefined where nothing would help. */
export function cheapestChanges(
  document: PathwayDocument,
  rule: Rule | string,
  facts: Facts,
  costOf: CostOf = factCost,
): readonly Change[] | undefined {
  const [plan] = new Planner(document, facts, costOf).plansFor(normalForm(document, rule));
  return plan && [...plan.values()].filter((change) => change.cost > 0);
}

/** Works from the leaves up, keeping the cheapest few plans of every part. */
class Planner {
  private readonly document: PathwayDocument;
  private readonly facts: Facts;
  private readonly costOf: CostOf;

  constructor(document: PathwayDocument, facts: Facts, costOf: CostOf) {
    this.document = document;
    this.facts = facts;
    this.costOf = costOf;
  }

  plansFor(form: Normal): readonly Plan[] {
    if (form.kind === 'leaf') return this.plansForLeaf(form);
    const parts = form.parts.map((part) => this.plansFor(part));
    if (form.kind === 'any') return cheapest(parts.flat());
    return parts.reduce<readonly Plan[]>((left, right) => this.both(left, right), [new Map()]);
  }

  private plansForLeaf({ fact, tests, words }: Leaf): readonly Plan[] {
    const change = this.change(fact, tests, [words]);
    return change ? [new Map([[fact, change]])] : [];
  }

  private both(left: readonly Plan[], right: readonly Plan[]): readonly Plan[] {
    return cheapest(left.flatMap((one) => right.flatMap((other) => this.merged(one, other) ?? [])));
  }

  private merged(left: Plan, right: Plan): Plan | undefined {
    const plan = new Map(left);
    for (const [fact, asked] of right) {
      const before = left.get(fact);
      const change = before
        ? this.change(
            fact,
            [...before.tests, ...asked.tests],
            [...new Set([...before.words, ...asked.words])],
          )
        : asked;
      if (!change) return undefined;
      plan.set(fact, change);
    }
    return plan;
  }

  private change(
    fact: string,
    tests: readonly Test[],
    words: readonly Words[],
  ): Change | undefined {
    if (tests.length > TEST_COUNT_MAX) return undefined;
    const witness = witnessOf(fieldOfFact(this.document, fact), fact, tests, this.facts);
    if (!witness) return undefined;
    const present = Object.hasOwn(this.facts, fact) ? this.facts[fact] : undefined;
    // A change must cost something, else it would be taken for none.
    const price = this.costOf(fact, witness.value, present);
    const cost = witness.value === present ? 0 : Math.max(price, Number.MIN_VALUE);
    return cost === Infinity ? undefined : { fact, tests, words, value: witness.value, cost };
  }
}

function cheapest(plans: readonly Plan[]): readonly Plan[] {
  if (plans.length < 2) return plans;
  const priced = plans.map((plan) => ({ plan, price: priceOf(plan) }));
  priced.sort(
    (one, other) => one.price.cost - other.price.cost || one.price.count - other.price.count,
  );
  return priced.slice(0, PLAN_COUNT_MAX).map(({ plan }) => plan);
}

function priceOf(plan: Plan): { cost: number; count: number } {
  let cost = 0;
  let count = 0;
  for (const change of plan.values()) {
    cost += change.cost;
    if (change.cost > 0) count += 1;
  }
  return { cost, count };
}

/** Bounds of one number are said once, the tightest of them: not «almeno 18 e tra 16 e 25». */
function wordsOf(document: PathwayDocument, { fact, tests, words }: Change): Words {
  const range = words.length > 1 ? tightest(tests) : undefined;
  if (range) return requirementOf(document, fact, range);
  return {
    it: words.map((one, index) => (index === 0 ? one.it : lowered(one.it))).join(' e '),
    en: words.map((one, index) => (index === 0 ? one.en : lowered(one.en))).join(' and '),
  };
}

/** The greatest lower and the least upper bound, where the tests are nothing but `>=` and `<=`. */
function tightest(tests: readonly Test[]): readonly Test[] | undefined {
  const boundsOf = (op: Test['op']) =>
    tests.flatMap((test) => (test.op === op && typeof test.value === 'number' ? test.value : []));
  const [lower, upper] = [boundsOf('>='), boundsOf('<=')];
  if (lower.length + upper.length < tests.length) return undefined;
  return [
    ...(lower.length > 0 ? [{ op: '>=', value: Math.max(...lower) } as const] : []),
    ...(upper.length > 0 ? [{ op: '<=', value: Math.min(...upper) } as const] : []),
  ];
}
