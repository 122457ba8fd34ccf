/** Completes some steps that must be present to a whole configuration, as XState would. */
import type { CaseState, StateValue } from '../case.ts';
import { enteredBy, type StepNode, type StepTree } from '../tree.ts';

export interface Place {
  readonly value: StateValue;
  /** The root too. */
  readonly present: ReadonlySet<StepNode>;
}

/** Steps that exclude each other; none where a group cannot be entered at all. */
export interface Rivalry {
  readonly rivals: readonly StepNode[];
}

export function isWithin(step: StepNode, outer: StepNode): boolean {
  for (let one: StepNode | undefined = step; one; one = one.parent) if (one === outer) return true;
  return false;
}

/**
 * The configuration below `top` that holds all of the claims: one child of every group, all regions
 * of every parallel step, where nothing is claimed the initial one.
 */
export function place(
  tree: StepTree,
  top: StepNode,
  claims: readonly StepNode[],
  history: CaseState['history'],
): Place | Rivalry {
  const present = new Set<StepNode>();
  const rivals: StepNode[] = [];
  let isWhole = true;
  const hold = (step: StepNode, wanted: readonly StepNode[]): void => {
    present.add(step);
    const children = [...step.children.values()].filter((child) => child.type !== 'history');
    const inside = (child: StepNode) => wanted.filter((one) => isWithin(one, child));
    if (step.type === 'parallel') for (const child of children) hold(child, inside(child));
    if (step.type !== 'compound') return;
    const claimed = children.filter((child) => inside(child).length > 0);
    if (claimed.length > 1) rivals.push(...claimed.flatMap(inside));
    else if (claimed[0]) hold(claimed[0], inside(claimed[0]));
    else holdInitial(step);
  };
  const holdInitial = (step: StepNode): void => {
    const initial = step.children.get(step.node.initial ?? '');
    if (initial && initial.type !== 'history') {
      hold(initial, []);
      return;
    }
    const remembered = enteredBy(tree, initial, history).map((key) => tree.steps.get(key)!);
    const inner = remembered.filter((one) => one !== step && isWithin(one, step));
    if (inner.length > 0) hold(step, inner);
    else isWhole = false;
  };
  hold(top, claims);
  if (rivals.length > 0 || !isWhole) return { rivals };
  return { value: stateValue(top, present), present };
}

function stateValue(step: StepNode, present: ReadonlySet<StepNode>): StateValue {
  const children = [...step.children.values()].filter((child) => present.has(child));
  const [only] = children;
  if (step.type === 'compound' && only && only.type !== 'compound' && only.type !== 'parallel') {
    return only.key;
  }
  return Object.fromEntries(children.map((child) => [child.key, stateValue(child, present)]));
}
