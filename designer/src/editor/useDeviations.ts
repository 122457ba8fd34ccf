import { useMemo, useState } from 'react';
import type { Editor } from './editor-context.ts';
import type { PathwayEditorProps } from './props.ts';

type Deviating = Pick<
  Editor,
  'deviations' | 'deviationCounts' | 'areDeviationsShown' | 'showDeviations'
>;

const NONE: ReadonlyMap<string, number> = new Map();

/** Where youths left the arrows, and whether that is marked on the steps. */
export function useDeviations(given: PathwayEditorProps['deviations']): Deviating {
  const [areDeviationsShown, showDeviations] = useState(true);
  const isNone = typeof given === 'object' && given.steps.length === 0;
  const deviations = isNone ? undefined : given;
  const deviationCounts = useMemo(() => {
    if (!areDeviationsShown || typeof deviations !== 'object') return NONE;
    const counts = new Map<string, number>();
    for (const { step, total } of deviations.steps) {
      counts.set(step, (counts.get(step) ?? 0) + total);
    }
    return counts;
  }, [deviations, areDeviationsShown]);
  return { deviations, deviationCounts, areDeviationsShown, showDeviations };
}
