import type { ChartNode } from './chart.ts';

/** Whether a group has come to its end: each of its regions, or one of its final steps. */
export function isComplete(group: ChartNode, present: ReadonlySet<ChartNode>): boolean {
  const inner = group.children.filter((child) => child.type !== 'history');
  if (group.type === 'parallel') return inner.every((child) => isComplete(child, present));
  if (group.type === 'final') return true;
  return inner.some((child) => child.type === 'final' && present.has(child));
}
