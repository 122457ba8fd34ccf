import type { CaseState, Possibility, StateValue } from './case.ts';
import type { Facts, PathwayDocument } from './document.ts';
import { outlookOf } from './rules/outlook.ts';
import {
  type Branch,
  enteredBy,
  presentChildren,
  type StepNode,
  type StepTree,
  targetOf,
  visitPresent,
} from './tree.ts';

/** An action that a present step declares, and what it would do before its form is filled in. */
export interface Opening {
  readonly action: string;
  readonly verdict: Possibility['verdict'];
  readonly leadsTo: readonly string[];
  /** The case facts that it may set. */
  readonly records: readonly string[];
  /** Every rule that stands before one of its transitions. */
  readonly guards: readonly string[];
}

/** The actions of the present steps, in no particular order. */
export function openingsOf(
  document: PathwayDocument,
  tree: StepTree,
  state: CaseState,
  facts: Facts,
): Opening[] {
  if (state.status === 'done') return [];
  const actions = new Map<string, Branch[]>();
  visitPresent(tree.root, state.value, (step) => {
    for (const [action, branches] of step.actions)
      actions.set(action, [...(actions.get(action) ?? []), ...branches]);
  });
  return [...actions].map(([action, branches]) => {
    const reach = reachOf(document, action, tree.root, state.value, facts);
    const guards = new Set(branches.flatMap((branch) => branch.guard ?? []));
    const leadsTo = (reach.taken.length > 0 ? reach.taken : reach.asked).flatMap(
      ([step, { target }]) =>
        target === undefined ? [] : enteredBy(tree, targetOf(tree, step, target), state.history),
    );
    const entered = [...new Set(leadsTo)];
    return {
      action,
      verdict: reach.isCertain ? 'yes' : reach.taken.length > 0 ? 'depends' : 'no',
      leadsTo: entered,
      records: [
        ...reach.taken.flatMap(([, branch]) => branch.records),
        ...entered.flatMap((step) => recordsOnEntry(tree.steps.get(step)!)),
      ],
      guards: [...guards],
    };
  });
}

function recordsOnEntry({ node }: StepNode): readonly string[] {
  return (node.entry ?? []).flatMap((effect) =>
    effect.type === 'record' ? Object.keys(effect.params) : [],
  );
}

interface Reach {
  /** The transitions that may be taken, with the steps that they leave from. */
  readonly taken: readonly (readonly [StepNode, Branch])[];
  /** All that were asked, for an action that is refused: where it would lead. */
  readonly asked: readonly (readonly [StepNode, Branch])[];
  readonly isCertain: boolean;
}

/**
 * As XState chooses: inner steps before outer ones, every region for itself, the first that holds.
 */
function reachOf(
  document: PathwayDocument,
  action: string,
  step: StepNode,
  value: StateValue | undefined,
  facts: Facts,
): Reach {
  const inner = presentChildren(step, value).map(([child, childValue]) =>
    reachOf(document, action, child, childValue, facts),
  );
  const taken = inner.flatMap((reach) => reach.taken);
  const asked = inner.flatMap((reach) => reach.asked);
  if (inner.some((reach) => reach.isCertain)) return { taken, asked, isCertain: true };
  for (const branch of step.actions.get(action) ?? []) {
    const outlook =
      branch.guard === undefined ? 'certain' : outlookOf(document, branch.guard, facts);
    asked.push([step, branch]);
    if (outlook !== 'impossible') taken.push([step, branch]);
    if (outlook === 'certain') return { taken, asked, isCertain: true };
  }
  return { taken, asked, isCertain: false };
}
