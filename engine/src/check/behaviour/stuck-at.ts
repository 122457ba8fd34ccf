import { pointer } from '../../parse/problem.ts';
import { exampleOf } from '../example/counter-example.ts';
import { endingAt } from '../example/tell-walk.ts';
import type { Found } from '../finding.ts';
import type { Doom, Study } from '../study.ts';
import { about, stepLabel } from '../words.ts';
import { wayTo } from './way-to.ts';

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
  const repair = to === undefined ? undefined : wayTo(model, first, to);
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
