import { FALSE, narrowed, noteFacts, type Question, TRUE, UNKNOWN } from './ask.ts';
import { isSingle, regionsIn } from './split.ts';
import { includes, type Store } from './store.ts';

/** What a question must answer: a set of verdicts. */
export type Demand = readonly [question: Question, wanted: number];

/** Enough for every rule within the bounds of a document; beyond, nothing is claimed. */
const SPLIT_COUNT_MAX = 2000;

/**
 * Facts that meet all demands, `undefined` when there are none, `'unsure'` when there are too many
 * to try. Decided by taking the facts' regions apart, never by sampling.
 */
export function satisfied(demands: readonly Demand[], store: Store): Store | undefined | 'unsure' {
  let splitCount = 0;
  const search = (from: Store): Store | undefined | 'unsure' => {
    const rest = narrowedByAll(demands, from);
    if (!rest) return undefined;
    const at = openFact(demands, rest);
    if (at === undefined) return rest;
    if (splitCount++ > SPLIT_COUNT_MAX) return 'unsure';
    for (const region of regionsIn(rest[at]!)) {
      const found = search(rest.with(at, region));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(store);
}

/** What one demand rules out may leave nothing for another before it: until nothing changes. */
function narrowedByAll(demands: readonly Demand[], store: Store): Store | undefined {
  let before = store;
  for (;;) {
    let rest: Store | undefined = before;
    for (const [question, wanted] of demands) rest = rest && narrowed(question, wanted, rest);
    if (!rest || includes(rest, before)) return rest;
    before = rest;
  }
}

/** A fact of several regions on which some demand still depends. */
function openFact(demands: readonly Demand[], store: Store): number | undefined {
  for (const [question, wanted] of demands) {
    const others = (TRUE | FALSE | UNKNOWN) & ~wanted;
    const isSettled = [TRUE, FALSE, UNKNOWN].every(
      (bit) => !(others & bit) || narrowed(question, bit, store) === undefined,
    );
    if (isSettled) continue;
    const asked = new Set<number>();
    noteFacts(question, asked);
    const open = [...asked].find((at) => !isSingle(store[at]!));
    if (open !== undefined) return open;
  }
  return undefined;
}
