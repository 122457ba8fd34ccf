import type { Check } from '../check-kind.ts';
import { unused } from './unused.ts';

/** A stage to which no step belongs. */
export const stageUnused: Check = ({ document }) => {
  const used = new Set(Object.values(document.steps).map((step) => step.stage));
  return document.stages.flatMap(({ id, label }, at) =>
    used.has(id)
      ? []
      : unused(
          'warning',
          ['stages', at],
          label,
          ['Nessun passo appartiene alla fase #.', 'No step belongs to stage #.'],
          ['remove-stage', { stage: id }],
        ),
  );
};
