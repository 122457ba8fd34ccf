import type { PathwayDocument } from '../../document.ts';
import type { Repair } from '../finding.ts';
import { about, stepLabel } from '../words.ts';

/** The repair that takes a step away, with the transitions that lead to it. */
export function withoutStep(document: PathwayDocument, step: string): Repair {
  return {
    command: 'remove-step',
    parameters: { step, arrows: 'remove' },
    label: about(stepLabel(document, step), 'Togli il passo #', 'Remove step #'),
  };
}
