import type { PathwayDocument, Rule } from '../document.ts';
import { RULE_DEPTH_MAX, RULE_SIZE_MAX } from '../limits.ts';
import type { DocumentProblem, Place, ProblemCode } from './problem.ts';
import { listOf, problem } from './problems.ts';
import { type Check, own } from './scope.ts';

interface Extent {
  readonly depth: number;
  readonly size: number;
}

/** Rules refer to rules that exist, never round to themselves, and stay small when written out. */
export const rulesAreBounded: Check = ({ document }) => {
  const problems = Object.entries(document.rules).flatMap(([name, rule]) =>
    unknownReferences(document, rule, ['rules', name]),
  );
  const known: Known = new Map();
  for (const name of Object.keys(document.rules)) {
    const extent = measureNamed(document, name, known, 1);
    if (typeof extent === 'string') problems.push(problem(extent, ['rules', name], name));
  }
  return problems;
};

function unknownReferences(document: PathwayDocument, rule: Rule, place: Place): DocumentProblem[] {
  if ('rule' in rule) {
    if (own(document.rules, rule.rule)) return [];
    const right = listOf(Object.keys(document.rules));
    return [problem('rule-unknown', [...place, 'rule'], rule.rule, right)];
  }
  return partsOf(rule).flatMap(([part, ...at]) =>
    unknownReferences(document, part, [...place, ...at]),
  );
}

/** The parts of a group, each with the keys that lead to it. */
export function partsOf(rule: Rule): [Rule, ...(string | number)[]][] {
  if ('all' in rule) return rule.all.map((part, index) => [part, 'all', index]);
  if ('any' in rule) return rule.any.map((part, index) => [part, 'any', index]);
  return 'not' in rule ? [[rule.not, 'not']] : [];
}

/** What is known of the rules by name: how large they are, or what is wrong with them. */
type Known = Map<string, Extent | ProblemCode>;

/** Measured once per name: a diamond of references, written out, grows by doubling. */
function measureNamed(
  document: PathwayDocument,
  name: string,
  known: Known,
  chainLength: number,
): Extent | ProblemCode {
  const before = known.get(name);
  if (before) return before;
  // Each reference is a level: a chain of thousands would overflow the stack.
  if (chainLength > RULE_DEPTH_MAX) return 'rule-too-complex';
  // Met again before it is measured, it is inside itself.
  known.set(name, 'rule-cycle');
  const rule = own(document.rules, name);
  const extent = rule ? measure(document, rule, known, chainLength) : { depth: 0, size: 0 };
  known.set(name, extent);
  return extent;
}

function measure(
  document: PathwayDocument,
  rule: Rule,
  known: Known,
  chainLength: number,
): Extent | ProblemCode {
  const parts =
    'rule' in rule
      ? [measureNamed(document, rule.rule, known, chainLength + 1)]
      : partsOf(rule).map(([part]) => measure(document, part, known, chainLength));
  let depth = 1;
  let size = 1;
  for (const part of parts) {
    if (typeof part === 'string') return part;
    depth = Math.max(depth, part.depth + 1);
    size += part.size;
  }
  return depth > RULE_DEPTH_MAX || size > RULE_SIZE_MAX ? 'rule-too-complex' : { depth, size };
}
