import type { DocumentProblem } from './problem.ts';
import { problem } from './problems.ts';
import { type Check, own } from './scope.ts';

/** The machine's own final steps say how the case ended, and no other step does. */
export const outcomesFit: Check = ({ document, nodes }) =>
  nodes.slice(1).flatMap(({ key, kind, depth }): DocumentProblem[] => {
    const isEnd = kind === 'final' && depth === 1;
    const hasOutcome = own(document.steps, key)?.outcome !== undefined;
    if (isEnd === hasOutcome) return [];
    return isEnd
      ? [problem('outcome-missing', ['steps', key], key)]
      : [problem('outcome-misplaced', ['steps', key, 'outcome'], key)];
  });
