import { pointer } from '../../parse/problem.ts';
import type { Arrow } from '../chart/chart.ts';
import type { BehaviourCheck } from '../check-kind.ts';
import { about, stepLabel } from '../words.ts';

/** Every arrow that is drawn at a step where somebody can be is taken by somebody. */
export const transitionNeverTaken: BehaviourCheck = ({ model, explored }) => {
  if (!explored.isComplete) return [];
  const isDead = (arrow: Arrow) =>
    !arrow.isIdle && explored.entered.has(arrow.source) && !explored.taken.has(arrow);
  const isOffered = (arrow: Arrow) =>
    arrow.cause.kind !== 'action' ||
    model.chart.arrows.some(
      (other) => other.cause.name === arrow.cause.name && explored.taken.has(other),
    );
  return model.chart.arrows
    .filter((arrow) => isDead(arrow) && isOffered(arrow))
    .map(({ source, place, cause, index }) => ({
      severity: 'warning',
      elements: [{ pointer: pointer(place), step: source.key }],
      message: about(
        stepLabel(model.document, source.key),
        'Al passo # c’è un passaggio che nessuno farà mai: la sua condizione non si verifica lì.',
        'At step # there is a transition that nobody will ever take: its rule never holds there.',
      ),
      repair: {
        command: 'remove-transition',
        parameters: { transition: { from: source.key, ...cause, index } },
        label: { it: 'Togli il passaggio', en: 'Remove the transition' },
      },
    }));
};
