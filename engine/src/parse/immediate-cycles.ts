import type { DocumentProblem } from './problem.ts';
import { listOf, problem } from './problems.ts';
import {
  type Check,
  type NodeAt,
  type Scope,
  type TransitionAt,
  withDescendants,
} from './scope.ts';
import { resolveTarget } from './targets.ts';

/** From `source`, without any event, to each of the steps that it may put in place. */
interface Leap {
  readonly source: NodeAt;
  readonly reached: ReadonlySet<NodeAt>;
  readonly at: TransitionAt;
}

/**
 * Transitions that need no event (`always`, and `onDone` of a step) must not lead round: XState
 * would never come back. Conservative on purpose:
 * - a round of which no transition records anything is refused although guards stand on it: nothing
 *   changes on the way, so guards that held once hold again; that two guards exclude each other is
 *   not proved here;
 * - a round without any guard is refused whatever it records;
 * - what enters a step is taken to put in place all that is around it, and a history step all that
 *   it might remember.
 * A round with both a guard and a record may end by counting; the engine bounds its turns as well.
 */
export const immediateCyclesAbsent: Check = (scope) => {
  const known: Reached = new Map();
  const leaps = scope.transitions.flatMap((one) => leapsOf(scope, one, known));
  const still = leaps.filter(({ at }) => !isRecording(at));
  const open = leaps.filter(({ at }) => at.transition.guard === undefined);
  const found = roundIn(still) ?? roundIn(open);
  return found ? [roundProblem(found)] : [];
};

/** What entering a step puts in place, kept: thousands of transitions may lead to one step. */
type Reached = Map<NodeAt, ReadonlySet<NodeAt>>;

function leapsOf(scope: Scope, at: TransitionAt, known: Reached): Leap[] {
  if (at.cause !== 'always' && at.cause !== 'done') return [];
  const { target } = at.transition;
  const end = target === undefined ? at.source : resolveTarget(scope, at.source, target);
  if (!end) return [];
  const reached = known.get(end) ?? reachedFrom(scope, end);
  known.set(end, reached);
  const sources = at.cause === 'always' ? [at.source] : endsOf(at.source);
  return sources.map((source) => ({ source, reached, at }));
}

function reachedFrom(scope: Scope, end: NodeAt): ReadonlySet<NodeAt> {
  const reached = new Set<NodeAt>();
  enter(scope, end, reached);
  for (let around = end.parent; around; around = around.parent) reached.add(around);
  return reached;
}

/** The final steps whose being entered may complete a step. */
function endsOf(node: NodeAt): NodeAt[] {
  const inside = node.kind === 'parallel' ? withDescendants(node) : node.children;
  return inside.filter((one) => one.kind === 'final');
}

function enter(scope: Scope, node: NodeAt, reached: Set<NodeAt>): void {
  if (reached.has(node)) return;
  reached.add(node);
  if (node.kind === 'parallel') for (const child of node.children) enter(scope, child, reached);
  if (node.kind === 'compound') {
    const first = node.children.find((child) => child.key === node.node.initial);
    if (first) enter(scope, first, reached);
  }
  if (node.kind !== 'history' || !node.parent) return;
  for (const remembered of withDescendants(node.parent)) reached.add(remembered);
  const fallback = node.node.target && resolveTarget(scope, node, node.node.target);
  if (fallback) enter(scope, fallback, reached);
}

function isRecording({ transition }: TransitionAt): boolean {
  return transition.actions?.some((effect) => effect.type === 'record') ?? false;
}

/** A round of leaps, if there is one: depth first, each source (and each set) finished once. */
function roundIn(leaps: readonly Leap[]): Leap[] | undefined {
  const bySource = Map.groupBy(leaps, (leap) => leap.source);
  const finished = new Set<NodeAt | Leap['reached']>();
  const way: Leap[] = [];
  const visit = (source: NodeAt): Leap[] | undefined => {
    if (finished.has(source)) return undefined;
    const start = way.findIndex((leap) => leap.source === source);
    if (start >= 0) return way.slice(start);
    for (const leap of bySource.get(source) ?? []) {
      if (finished.has(leap.reached)) continue;
      way.push(leap);
      for (const next of leap.reached) {
        const round = bySource.has(next) ? visit(next) : undefined;
        if (round) return round;
      }
      way.pop();
      finished.add(leap.reached);
    }
    finished.add(source);
    return undefined;
  };
  for (const source of bySource.keys()) {
    const round = visit(source);
    if (round) return round;
  }
  return undefined;
}

function roundProblem(round: readonly Leap[]): DocumentProblem {
  const keys = [...round, round[0]!].map((leap) => leap.source.key);
  return problem('immediate-cycle', round[0]!.at.place, '', listOf(keys, ' → '));
}
