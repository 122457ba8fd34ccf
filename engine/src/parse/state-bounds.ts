import { REGION_COUNT_MAX, REGION_COUNT_MIN, STATE_COUNT_MAX, STATE_DEPTH_MAX } from '../limits.ts';
import { problem } from './problems.ts';
import type { Check, NodeAt } from './scope.ts';

/** XState's cost grows with depth and regions until a small file takes minutes. */
export const statesAreBounded: Check = ({ nodes }) => {
  const count = nodes.length - 1;
  const problems =
    count > STATE_COUNT_MAX ? [problem('states-too-many', ['machine'], String(count))] : [];
  const deep = nodes.find((one) => one.depth > STATE_DEPTH_MAX);
  if (deep) problems.push(problem('states-too-deep', deep.place, deep.key));
  for (const one of nodes) {
    if (one.kind !== 'parallel') continue;
    const regionCount = regionsOf(one).length;
    if (regionCount < REGION_COUNT_MIN || regionCount > REGION_COUNT_MAX) {
      problems.push(problem('regions-out-of-bounds', one.place, String(regionCount)));
    }
  }
  return problems;
};

function regionsOf(node: NodeAt): NodeAt[] {
  return node.children.filter((child) => child.kind !== 'history');
}
