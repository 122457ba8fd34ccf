import { pointer } from '../../parse/problem.ts';
import type { Scope, TransitionAt } from '../../parse/scope.ts';

const KINDS = {
  action: 'action',
  timer: 'timer',
  always: 'always',
  done: 'completed',
  'activity-done': 'done',
  'activity-failed': 'failed',
} as const satisfies Record<TransitionAt['cause'], string>;

/** A transition as the designer's commands name it. */
function transitionPlace(scope: Scope, { source, cause, place }: TransitionAt) {
  const last = place.at(-1);
  const isListed = typeof last === 'number';
  const list = isListed ? place.slice(0, -1) : place;
  const where = { from: source.key, kind: KINDS[cause], index: isListed ? last : 0 };
  if (cause === 'action' || cause === 'timer') return { ...where, name: String(list.at(-1)) };
  if (cause === 'always' || cause === 'done') return where;
  const at = pointer(list.slice(0, -1));
  const invoke = scope.invokes.find((one) => pointer(one.place) === at);
  return { ...where, name: invoke?.invoke.id };
}

/** The repair that takes a transition away. */
export function withoutTransition(scope: Scope, transition: TransitionAt) {
  return {
    command: 'remove-transition',
    parameters: { transition: transitionPlace(scope, transition) },
    label: { it: 'Togli il passaggio', en: 'Remove the transition' },
  };
}
