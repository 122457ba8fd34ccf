import type { Arrow } from '../chart/chart.ts';
import type { Repair } from '../finding.ts';

/** The repair that takes a transition away. */
export function withoutArrow({ source, cause, index }: Arrow): Repair {
  return {
    command: 'remove-transition',
    parameters: { transition: { from: source.key, ...cause, index } },
    label: { it: 'Togli il passaggio', en: 'Remove the transition' },
  };
}
