import type { FitViewOptions } from '@xyflow/react';

export const WHOLE: FitViewOptions = { padding: 0.05 };

/** Present steps fill the view at a size that can be read; without any, the whole is shown. */
export function fitOptions(presentSteps: readonly string[]): FitViewOptions {
  if (presentSteps.length === 0) return WHOLE;
  return { nodes: presentSteps.map((id) => ({ id })), padding: 0.6, maxZoom: 0.9, minZoom: 0.45 };
}
