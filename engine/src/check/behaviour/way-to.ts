import type { Cause, ChartNode } from '../chart/chart.ts';
import type { Model } from '../explore/model.ts';
import type { Repair } from '../finding.ts';
import { about, stepLabel } from '../words.ts';

/** The transition that would lead from one step to another; what is an end is left by its group. */
export function wayTo(model: Model, step: ChartNode, to: string): Repair | undefined {
  const from = step.type === 'final' ? (step.parent ?? step).key : step.key;
  const cause = causeOf(model, from, to);
  if (!cause) return undefined;
  return {
    command: 'add-transition',
    parameters: { from, cause, to },
    label: about(
      stepLabel(model.document, to),
      'Aggiungi un passaggio verso #',
      'Add a transition to #',
    ),
  };
}

/**
 * By the action that leads there from elsewhere, so that no new one has to be learnt; by
 * another, where at this step that one always leads somewhere else. Without a free action nothing
 * is proposed: a transition that waits for nothing would end every case that comes there.
 */
function causeOf({ document, chart }: Model, from: string, to: string): Cause | undefined {
  const isTaken = (action: string | undefined) =>
    chart.arrows.some(
      ({ source, cause, guard }) =>
        source.key === from && cause.name === action && guard === undefined,
    );
  const known = chart.arrows.find(
    ({ target, cause }) => target?.key === to && cause.kind === 'action' && !isTaken(cause.name),
  );
  if (known) return known.cause;
  const free = Object.keys(document.actions).find((action) => !isTaken(action));
  return free === undefined ? undefined : { kind: 'action', name: free };
}
