import type { Facts } from '../document.ts';
import { conjunction, evaluateCondition, negate, type Verdict } from './evaluate.ts';
import type { Leaf, Test } from './normal-form.ts';

/** Whether a fact passes all the tests of a leaf. */
export function leafVerdict({ fact, tests }: Pick<Leaf, 'fact' | 'tests'>, facts: Facts): Verdict {
  return conjunction(tests, (test) => testVerdict(fact, test, facts));
}

function testVerdict(fact: string, { op, value }: Test, facts: Facts): Verdict {
  const given = value === undefined ? {} : { value };
  switch (op) {
    case 'lacks':
      return negate(evaluateCondition({ fact, op: 'contains', ...given }, facts));
    case 'unknown':
      return negate(evaluateCondition({ fact, op: 'known' }, facts));
    default:
      return evaluateCondition({ fact, op, ...given }, facts);
  }
}
