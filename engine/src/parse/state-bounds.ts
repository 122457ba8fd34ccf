import {
  REGION_COUNT_MAX,
  REGION_COUNT_MIN,
  REGIONS_TOGETHER_MAX,
  STATE_COUNT_MAX,
  STATE_DEPTH_MAX,
  TRANSITION_COUNT_MAX,
} from '../limits.ts';
import { problem } from './problems.ts';
import type { Check, NodeAt } from './scope.ts';

/** XState's cost grows with depth and regions until a small file takes minutes. */
export const statesAreBounded: Check = ({ nodes, transitions }) => {
  const count = nodes.length - 1;
  const problems =
    count > STATE_COUNT_MAX ? [problem('states-too-many', ['machine'], String(count))] : [];
  if (transitions.length > TRANSITION_COUNT_MAX) {
    problems.push(problem('transitions-too-many', ['machine'], String(transitions.length)));
  }
  const deep = nodes.find((one) => one.depth > STATE_DEPTH_MAX);
  if (deep) problems.push(problem('states-too-deep', deep.place, deep.key));
  const together = regionsTogether(nodes[0]!);
  if (together > REGIONS_TOGETHER_MAX) {
    problems.push(problem('regions-together-too-many', ['machine'], String(together)));
  }
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

/** In how many innermost steps a case may stand at once. */
function regionsTogether(node: NodeAt): number {
  const counts = node.children.map(regionsTogether);
  if (node.kind === 'parallel') return counts.reduce((sum, count) => sum + count, 0);
  return Math.max(1, ...counts);
}
