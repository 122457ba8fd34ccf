import { pointer } from '../../parse/problem.ts';
import type { Cause } from '../chart/chart.ts';
import { exampleOf } from '../example/counter-example.ts';
import { endingAt } from '../example/tell-walk.ts';
import type { Model } from '../explore/model.ts';
import type { Found } from '../finding.ts';
import type { Doom, Study } from '../study.ts';
import { about, stepLabel } from '../words.ts';

type Pair = readonly [it: string, en: string];

/** Said only where the engine itself walks there. */
export function stuckAt({ model }: Study, doom: Doom, end: Pair, message: Pair): Found[] {
  const { spot, steps } = doom;
  const walk = exampleOf(model, spot);
  if (!walk) return [];
  const keys = steps.map(({ key }) => key);
  const told = endingAt(walk.told, model, keys, { it: end[0], en: end[1] });
  const first = steps[0]!;
  const ends = Object.entries(model.document.steps).filter(([, step]) => step.outcome);
  const to = ends.find(([, step]) => step.outcome === 'withdrawn')?.[0] ?? ends[0]?.[0];
  return [
    {
      severity: 'error',
      elements: steps.map(({ key, place }) => ({ pointer: pointer(place), step: key })),
      message: about(stepLabel(model.document, first.key), ...message),
      ...(to !== undefined && { repair: wayOut(model, first.key, to) }),
      walk: { ...walk, told },
    },
  ];
}

function wayOut(model: Model, from: string, to: string) {
  return {
    command: 'add-transition',
    parameters: { from, cause: causeOf(model, from, to), to },
    label: about(
      stepLabel(model.document, to),
      'Aggiungi un passaggio verso #',
      'Add a transition to #',
    ),
  };
}

/**
 * By the action that leads to that outcome elsewhere, so that no new one has to be learnt; by
 * another, where at this step that one always leads somewhere else.
 */
function causeOf({ document, chart }: Model, from: string, to: string): Cause {
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
  return free === undefined ? { kind: 'always' } : { kind: 'action', name: free };
}
