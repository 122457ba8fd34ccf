import type { Words } from '../document.ts';
import type { DocumentProblem, Place } from './problem.ts';
import { problem } from './problems.ts';
import type { Check, NodeAt, Scope } from './scope.ts';

/** Every transition leads to a step: XState fails on another only when the machine is made. */
export const targetsExist: Check = (scope) => [
  ...scope.transitions.flatMap(({ transition, source, place }) =>
    checkTarget(scope, source, transition.target, place),
  ),
  ...scope.nodes.flatMap((one) => checkTarget(scope, one, one.node.target, one.place)),
];

/** The node that a target names: `#key` anywhere (by its id), or the key of a sibling. */
export function resolveTarget(scope: Scope, source: NodeAt, target: string): NodeAt | undefined {
  if (!target.startsWith('#')) return source.parent?.children.find((one) => one.key === target);
  const found = scope.nodeByKey.get(target.slice(1));
  return found?.node.id === found?.key ? found : undefined;
}

function checkTarget(
  scope: Scope,
  source: NodeAt,
  target: string | undefined,
  place: Place,
): DocumentProblem[] {
  if (target === undefined || resolveTarget(scope, source, target)) return [];
  return [problem('target-unknown', [...place, 'target'], target, repair(scope, target))];
}

function repair(scope: Scope, target: string): Words {
  const key = target.replace('#', '');
  if (!scope.nodeByKey.has(key)) {
    return {
      it: 'Disegna il passo, o scegli un altro arrivo.',
      en: 'Draw the step, or choose another destination.',
    };
  }
  return {
    it: `Il passo è altrove: nel file serve “#${key}”, e "id": "${key}" in quel passo.`,
    en: `The step is elsewhere: the file needs “#${key}”, and "id": "${key}" in that step.`,
  };
}
