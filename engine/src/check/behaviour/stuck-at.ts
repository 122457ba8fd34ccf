import { pointer } from '../../parse/problem.ts';
import type { Cause } from '../chart/chart.ts';
import { exampleOf } from '../example/counter-example.ts';
import { endingAt } from '../example/tell-walk.ts';
import type { Model } from '../explore/model.ts';
import type { Found, Repair } from '../finding.ts';
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
  const repair = to === undefined ? undefined : wayOut(model, first.key, to);
  return [
    {
      severity: 'error',
      elements: steps.map(({ key, place }) => ({ pointer: pointer(place), step: key })),
      message: about(stepLabel(model.document, first.key), ...message),
      ...(repair && { repair }),
      walk: { ...walk, told },
    },
  ];
}

function wayOut(model: Model, from: string, to: string): Repair | undefined {
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
 * By the action that leads to that outcome elsewhere, so that no new one has to be learnt; by
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
