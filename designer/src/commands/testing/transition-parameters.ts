/** Parameters of commands for arrows. */
import type { Drawn, Values } from './draw.ts';

export function transitionParameters(drawn: Drawn): Record<string, Values> {
  const { pick, names, step, other, transition, cause } = drawn;
  const { from, kind, name } = transition;
  return {
    'add-transition': {
      from: step,
      cause,
      ...pick<Values>([{}, { to: other }]),
      ...pick<Values>([{}, { guard: pick(names.rules) }]),
    },
    'remove-transition': { transition },
    'retarget-transition': { transition, to: pick([other, null]) },
    'move-transition': { transition, from: step, cause },
    'order-transitions': {
      from,
      cause: { kind, ...(name !== undefined && { name }) },
      order: pick([[0], [1, 0], [1, 0, 2]]),
    },
    'set-guard': { transition, guard: pick([null, pick(names.rules)]) },
    'set-reentry': { transition, reenter: pick([true, false]) },
    'describe-transition': { transition, description: pick([null, 'perché']) },
  };
}
