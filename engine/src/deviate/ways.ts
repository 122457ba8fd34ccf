/** Where the drawn ways lead that are open at a step, whatever their rules say. */
import type { MachineTransition } from '../document.ts';
import { listed, type StepNode, type StepTree, targetOf } from '../tree.ts';

/** Its own ways and those of the steps around it, in that order; no step twice, and not itself. */
export function stepsAfter(tree: StepTree, step: StepNode): StepNode[] {
  const found = new Set<StepNode>();
  for (let source: StepNode | undefined = step; source; source = source.parent) {
    for (const { target } of transitionsOf(source)) {
      const to = target === undefined ? undefined : targetOf(tree, source, target);
      if (to && to !== step && to.parent) found.add(to);
    }
  }
  return [...found];
}

function transitionsOf({ node }: StepNode): MachineTransition[] {
  const invoked = listed(node.invoke).flatMap(({ onDone, onError }) => [
    ...listed(onDone),
    ...listed(onError),
  ]);
  return [
    ...invoked,
    ...listed(node.onDone),
    ...Object.values(node.on ?? {}).flatMap((one) => listed(one)),
    ...Object.values(node.after ?? {}).flatMap((one) => listed(one)),
    ...listed(node.always),
  ];
}
