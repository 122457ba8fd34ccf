import { pointer } from '../../parse/problem.ts';
import type { BehaviourCheck } from '../check-kind.ts';
import { stepUnreachable } from '../structure/step-unreachable.ts';
import { withoutStep } from '../structure/without-step.ts';
import { about, stepLabel } from '../words.ts';

/** A step to which arrows lead, but by rules that never hold together. */
export const stepNeverEntered: BehaviourCheck = ({ model, explored }) => {
  if (!explored.isComplete) return [];
  const { entered } = explored;
  const drawn = new Set(
    stepUnreachable(model.space).flatMap(({ elements }) => elements.map(({ step }) => step)),
  );
  const isSaid = (key: string) => drawn.has(key);
  return model.chart.nodes
    .filter((node) => node.type !== 'history' && !entered.has(node))
    .filter((node) => ![node, ...node.around].some(({ key }) => isSaid(key)))
    .filter((node) => !node.parent || entered.has(node.parent))
    .map(({ key, place }) => ({
      severity: 'warning',
      elements: [{ pointer: pointer(place), step: key }],
      message: about(
        stepLabel(model.document, key),
        'Nessuno arriverà mai al passo #: i passaggi ci sono, ma le condizioni non si verificano.',
        'Nobody will ever get to step #: there are transitions, but their rules never hold.',
      ),
      repair: withoutStep(model.document, key),
    }));
};
