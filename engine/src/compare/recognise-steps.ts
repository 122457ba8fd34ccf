import type { PathwayDocument } from '../document.ts';
import { layOut, type Scope } from '../parse/scope.ts';
import { likeness, traitsOf } from './likeness.ts';

/** Below it, two steps have too little in common to be called the same. */
const LIKENESS_MIN = 0.6;

/**
 * The steps whose keys changed, later keys by earlier ones: first those that the hints name (of
 * steps that are really there), then those whose content is alike, the best matches first.
 */
export function recogniseSteps(
  before: PathwayDocument,
  after: PathwayDocument,
  hints: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const [earlier, later] = [layOut(before), layOut(after)];
  const renamed = believed(earlier, later, hints);
  const taken = new Set(renamed.values());
  for (const { from, to } of pairsByLikeness(earlier, later, renamed)) {
    if (renamed.has(from) || taken.has(to)) continue;
    renamed.set(from, to);
    taken.add(to);
  }
  return renamed;
}

/** Hints that hold together: no two steps would have one key. */
function believed(
  earlier: Scope,
  later: Scope,
  hints: Readonly<Record<string, string>>,
): Map<string, string> {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const [from, to] of Object.entries(hints)) {
    const isReal = isStep(earlier, from) && isStep(later, to) && from !== to;
    if (!isReal || taken.has(to)) continue;
    renamed.set(from, to);
    taken.add(to);
  }
  for (;;) {
    const clash = [...renamed].find(([, to]) => earlier.nodeByKey.has(to) && !renamed.has(to));
    if (!clash) return renamed;
    renamed.delete(clash[0]);
  }
}

function isStep({ nodes, nodeByKey }: Scope, key: string): boolean {
  return nodeByKey.has(key) && nodes[0]!.key !== key;
}

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly score: number;
}

/** The sort is stable: equal scores keep the order of the documents. */
function pairsByLikeness(
  earlier: Scope,
  later: Scope,
  renamed: ReadonlyMap<string, string>,
): Pair[] {
  const gone = withTraits(earlier, (key) => !later.nodeByKey.has(key) && !renamed.has(key));
  const fresh = withTraits(later, (key) => !earlier.nodeByKey.has(key));
  return gone
    .flatMap(({ node, traits }) =>
      fresh
        .filter((one) => one.node.kind === node.kind)
        .map((one) => ({
          from: node.key,
          to: one.node.key,
          score: likeness(traits, one.traits),
        })),
    )
    .filter(({ score }) => score >= LIKENESS_MIN)
    .sort((one, other) => other.score - one.score);
}

function withTraits(scope: Scope, isAsked: (key: string) => boolean) {
  return scope.nodes
    .slice(1)
    .filter(({ key }) => isAsked(key))
    .map((node) => ({ node, traits: traitsOf(scope, node) }));
}
