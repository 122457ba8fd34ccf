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

/** What may be offered: every move is tried, so it costs some milliseconds for each step. */
export function possibleDeviations(
  pathway: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  entries: readonly Entry[],
): PossibleDeviations {
  if (state.status === 'done') return { skip: [], goBack: [], goTo: [] };
  const { tree } = compiled(pathway);
  const isPossible = (move: Move) => permitted(pathway, state, move, circumstances, entries).ok;
  const reason = 'asked';
  const goTo = Object.keys(pathway.steps).filter((to) => isPossible({ type: 'go-to', to, reason }));
  const visited = visitedSteps(pathway, entries);
  const skip = presentNodes(pathway, state).map(({ key: from }) => {
    const after = stepsAfter(tree, tree.steps.get(from)!).map(({ key }) => key);
    return { from, to: after.filter((to) => isPossible({ type: 'skip', from, to, reason })) };
  });
  return {
    skip: skip.filter(({ to }) => to.length > 0),
    goBack: goTo.filter((to) => visited.includes(to)),
    goTo,
  };
}
