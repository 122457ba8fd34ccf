import { pointer } from '../../parse/problem.ts';
import type { InvokeAt, NodeAt, Scope } from '../../parse/scope.ts';
import { listed } from '../../tree.ts';
import type { Check } from '../check-kind.ts';
import { NOT_TRUE, questionOf } from '../facts/ask.ts';
import { declaredStore } from '../facts/declared-store.ts';
import type { FactSpace } from '../facts/fact-space.ts';
import { type Demand, satisfied } from '../facts/satisfy.ts';
import type { Found } from '../finding.ts';
import { about } from '../words.ts';

/** An activity that is declined, cancelled or expires leaves somewhere, whatever the facts are. */
export const failureUnhandled: Check = (space) =>
  space.scope.invokes
    .filter((one) => isUnhandled(space, one))
    .map((one) => found(space.scope, one));

function isUnhandled(space: FactSpace, { invoke }: InvokeAt): boolean {
  const demands: Demand[] = [];
  for (const { guard } of listed(invoke.onError)) {
    if (guard === undefined) return false;
    demands.push([questionOf(space, { rule: guard }, false), NOT_TRUE]);
  }
  return satisfied(demands, declaredStore(space, undefined)) !== undefined;
}

function found(scope: Scope, { invoke, place, source }: InvokeAt): Found {
  const hasOtherWay = leaves(source);
  const before = scope.transitions.find(
    ({ transition, source: from }) =>
      from.parent === source.parent && transition.target?.replace('#', '') === source.key,
  );
  // The whole pathway can only begin again.
  const to = before?.source.key ?? (source.parent ? source.key : source.node.initial);
  return {
    severity: hasOtherWay ? 'warning' : 'error',
    elements: [{ pointer: pointer(place), step: source.key }],
    message: about(
      invoke.input.label,
      'Se # non va a buon fine (rifiutata, annullata, scaduta) non è previsto che cosa succede.',
      'If # falls through (declined, cancelled, expired), nothing says what happens.',
    ),
    repair: {
      command: 'add-transition',
      parameters: { from: source.key, cause: { kind: 'failed', name: invoke.id }, to },
      label: about(
        invoke.input.label,
        'Aggiungi un passaggio per quando # non va a buon fine',
        'Add a transition for when # falls through',
      ),
    },
  };
}

/** Whether the step, or one around it, can be left by something else. */
function leaves(step: NodeAt | undefined): boolean {
  if (!step) return false;
  const { on, after } = step.node;
  return Object.keys({ ...on, ...after }).length > 0 || leaves(step.parent);
}
