import type { CaseState, Circumstances, Entry, Pathway } from '../case.ts';
import { compiled, presentNodes } from '../pathway.ts';
import { permitted } from './deviate.ts';
import type { Move } from './deviation.ts';
import { visitedSteps } from './standing.ts';
import { stepsAfter } from './ways.ts';

/** The moves that would not be refused; steps by key, in the order of the document. */
export interface PossibleDeviations {
  /** For each present step, outer ones first: where it could be skipped to. */
  readonly skip: readonly { readonly from: string; readonly to: readonly string[] }[];
  readonly goBack: readonly string[];
  readonly goTo: readonly string[];
}

/** What may be offered: every move is tried, so it costs up to some milliseconds for each step. */
export function possibleDeviations(
  pathway: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  entries: readonly Entry[],
): PossibleDeviations {
  const tries = tryDeviations(pathway, state, circumstances, entries);
  let tried = tries.next();
  while (!tried.done) tried = tries.next();
  return tried.value;
}

/** The same, a move at a time: whoever asks may do something else after each. */
export function* tryDeviations(
  pathway: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  entries: readonly Entry[],
): Generator<undefined, PossibleDeviations, undefined> {
  if (state.status === 'done') return { skip: [], goBack: [], goTo: [] };
  const { tree } = compiled(pathway);
  const visited = visitedSteps(pathway, entries);
  function* possible(steps: readonly string[], moveTo: (to: string) => Move) {
    const found: string[] = [];
    for (const to of steps) {
      if (permitted(pathway, state, moveTo(to), circumstances, entries).ok) found.push(to);
      yield undefined;
    }
    return found;
  }
  const reason = 'asked';
  const goTo = yield* possible(Object.keys(pathway.steps), (to) => ({ type: 'go-to', to, reason }));
  const skip: { from: string; to: string[] }[] = [];
  for (const { key: from } of presentNodes(pathway, state)) {
    const after = stepsAfter(tree, tree.steps.get(from)!).map(({ key }) => key);
    const to = yield* possible(after, (next) => ({ type: 'skip', from, to: next, reason }));
    if (to.length > 0) skip.push({ from, to });
  }
  return { skip, goBack: goTo.filter((to) => visited.includes(to)), goTo };
}
