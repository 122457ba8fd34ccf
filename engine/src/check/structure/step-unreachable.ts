import { pointer } from '../../parse/problem.ts';
import type { NodeAt, Scope } from '../../parse/scope.ts';
import { resolveTarget } from '../../parse/targets.ts';
import type { Check } from '../check-kind.ts';
import { about, stepLabel } from '../words.ts';
import { withoutStep } from './without-step.ts';

/** A step to which nothing leads, whatever the rules say. */
export const stepUnreachable: Check = ({ document, scope }) => {
  const reached = reachedIn(scope);
  const lost = scope.nodes.filter((one) => one.kind !== 'history' && !reached.has(one));
  // Of a group that is not reached, only the group is named.
  return lost
    .filter((one) => !one.parent || reached.has(one.parent))
    .map(({ key, place }) => ({
      severity: 'error',
      elements: [{ pointer: pointer(place), step: key }],
      message: about(
        stepLabel(document, key),
        'Al passo # non porta nessun passaggio: nessuno ci arriverà mai.',
        'No transition leads to step #: nobody will ever get there.',
      ),
      repair: withoutStep(document, key),
    }));
};

function reachedIn(scope: Scope): ReadonlySet<NodeAt> {
  const present = new Set<NodeAt>();
  const entered = new Set<NodeAt>();
  const leads = Map.groupBy(scope.transitions, (one) => one.source);
  const begin = (node: NodeAt) => {
    if (present.has(node)) return;
    present.add(node);
    if (node.parent) begin(node.parent);
    if (node.kind === 'parallel') for (const child of regionsOf(node)) enter(child);
    for (const { transition } of leads.get(node) ?? []) {
      if (transition.target !== undefined) enter(resolveTarget(scope, node, transition.target));
    }
  };
  const enter = (node: NodeAt | undefined) => {
    if (!node || entered.has(node)) return;
    entered.add(node);
    begin(node);
    enter(firstIn(scope, node));
  };
  enter(scope.nodes[0]);
  return present;
}

function regionsOf({ children }: NodeAt): readonly NodeAt[] {
  return children.filter((child) => child.kind !== 'history');
}

/** Where entering leads on to: inside a group, or what a history step falls back to. */
function firstIn(scope: Scope, one: NodeAt): NodeAt | undefined {
  const { node, kind, children, parent } = one;
  if (kind === 'compound') return children.find((child) => child.key === node.initial);
  if (kind !== 'history') return undefined;
  if (node.target !== undefined) return resolveTarget(scope, one, node.target);
  return parent?.children.find((child) => child.key === parent.node.initial);
}
