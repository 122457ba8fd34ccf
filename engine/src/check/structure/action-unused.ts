import type { Check } from '../check-kind.ts';
import { unused } from './unused.ts';

/** An action that no step offers. */
export const actionUnused: Check = ({ document, scope }) => {
  const used = new Set(scope.nodes.flatMap(({ node }) => Object.keys(node.on ?? {})));
  return Object.entries(document.actions)
    .filter(([action]) => !used.has(action))
    .map(([action, { label }]) =>
      unused(
        'warning',
        ['actions', action],
        label,
        ['L’azione # non è possibile in nessun passo.', 'Action # is possible at no step.'],
        ['remove-action', { action }],
      ),
    );
};
