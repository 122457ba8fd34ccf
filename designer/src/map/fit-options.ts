import type { FitViewOptions } from '@xyflow/react';

export const WHOLE: FitViewOptions = { padding: 0.05 };

/**
 * The present step and its surroundings, at a size that can be read. Of several present steps,
 * side by side in far-off regions, the first is shown: all at once would be too small.
 */
export function fitOptions([first]: readonly string[]): FitViewOptions {
  if (first === undefined) return WHOLE;
  return { nodes: [{ id: first }], padding: 0.6, maxZoom: 0.75, minZoom: 0.45 };
}
