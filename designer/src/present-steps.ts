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
