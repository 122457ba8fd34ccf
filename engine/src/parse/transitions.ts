import { problem } from './problems.ts';
import type { Check } from './scope.ts';

/**
 * Every transition does something. XState takes an empty one to forbid its event: the action would
 * be offered and then refused, and an activity with an empty `onDone` could never be completed.
 */
export const transitionsDoSomething: Check = ({ transitions }) =>
  transitions.flatMap(({ transition: { target, actions = [] }, place }) =>
    target === undefined && actions.length === 0 ? [problem('transition-empty', place)] : [],
  );
