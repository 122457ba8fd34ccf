import type { MapNode } from './map-nodes.ts';

/** The present steps without those that only contain another present one. */
export function innermost(
  steps: readonly MapNode[],
  presentSteps: readonly string[],
): readonly string[] {
  const present = steps.filter(({ key }) => presentSteps.includes(key));
  const containing = new Set(present.map(({ parent }) => parent));
  return present.map(({ key }) => key).filter((key) => !containing.has(key));
}

/** The present steps and, inside the groups that they stand in, the steps beside them. */
export function around(
  steps: readonly MapNode[],
  presentSteps: readonly string[],
): readonly MapNode[] {
  const here = innermost(steps, presentSteps);
  const groups = new Set(steps.filter(({ key }) => here.includes(key)).map(({ parent }) => parent));
  groups.delete(undefined);
  return steps.filter(({ key, parent }) => presentSteps.includes(key) || groups.has(parent));
}
