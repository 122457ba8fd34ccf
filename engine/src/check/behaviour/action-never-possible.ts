import { pointer } from '../../parse/problem.ts';
import type { BehaviourCheck } from '../check-kind.ts';
import type { Found } from '../finding.ts';
import { about } from '../words.ts';
import { withoutArrow } from './without-arrow.ts';

/** Every action that a step offers can be taken somewhere by somebody. */
export const actionNeverPossible: BehaviourCheck = ({ model, explored }) => {
  if (!explored.isComplete) return [];
  const offered = Map.groupBy(
    model.chart.arrows.filter(({ cause, isIdle }) => cause.kind === 'action' && !isIdle),
    ({ cause }) => cause.name!,
  );
  return [...offered].flatMap(([action, arrows]): Found[] => {
    if (arrows.some((arrow) => explored.taken.has(arrow))) return [];
    return [
      {
        severity: 'error',
        elements: arrows.map(({ place, source }) => ({
          pointer: pointer(place),
          step: source.key,
        })),
        message: about(
          model.document.actions[action]!.label,
          'L’azione # è prevista ma nessuno potrà mai farla: le sue condizioni non si verificano.',
          'Action # is offered but nobody can ever take it: its conditions never come about.',
        ),
        repair: withoutArrow(arrows[0]!),
      },
    ];
  });
};
