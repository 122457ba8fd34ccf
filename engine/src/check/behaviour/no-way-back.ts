import { pointer } from '../../parse/problem.ts';
import type { ChartNode } from '../chart/chart.ts';
import type { BehaviourCheck } from '../check-kind.ts';
import { exampleOf } from '../example/counter-example.ts';
import { endingAt } from '../example/tell-walk.ts';
import { type Model, STRATEGY } from '../explore/model.ts';
import { waysTo } from '../explore/search.ts';
import type { Found } from '../finding.ts';
import { innermost, type Study } from '../study.ts';
import { about, stageIn, stepLabel } from '../words.ts';
import { wayTo } from './way-to.ts';

/**
 * From every later stage one can be re-oriented: something that can happen leads back to an
 * innermost step of the stage `strategy`. Steps that run beside such a step need no way back.
 */
export const noWayBack: BehaviourCheck = (study) => {
  const { model, explored, walker } = study;
  const stages = model.document.stages.map(({ id }) => id);
  const chosen = stages.indexOf(STRATEGY);
  if (!explored.isComplete || chosen < 0) return [];
  const stageOf = (node: ChartNode) => stageIn(model.document, node) ?? '';
  const steps = model.configurations.map((_, at) => innermost(model, at));
  const inStrategy = [...steps.keys()].filter((at) =>
    steps[at]!.some((one) => stageOf(one) === STRATEGY),
  );
  const back = walker.distances(inStrategy);
  const chosenIn = inStrategy.flatMap((at) =>
    steps[at]!.filter((one) => stageOf(one) === STRATEGY),
  );
  const goal = wontedGoal(model, chosenIn);
  const reported = new Set<string>();
  return [...steps.keys()].flatMap((at) => {
    if (model.configurations[at]!.isDone || back.has(at)) return [];
    const late = steps[at]!.filter((one) => stages.indexOf(stageOf(one)) > chosen);
    return late.flatMap((step) => {
      // Where nobody is shown the way to one place, there may be a way to another.
      const said = reported.has(step.key) ? [] : found(study, at, step, goal);
      if (said.length > 0) reported.add(step.key);
      return said;
    });
  });
};

/** Where an action leads already, or else the first of them. */
function wontedGoal({ chart }: Model, steps: readonly ChartNode[]): ChartNode | undefined {
  const led = chart.arrows.find(
    ({ cause, target }) => cause.kind === 'action' && target && steps.includes(target),
  );
  return led?.target ?? steps.toSorted((one, other) => one.order - other.order)[0];
}

function found(
  { model, explored, walker }: Study,
  at: number,
  step: ChartNode,
  goal: ChartNode | undefined,
): Found[] {
  const [spot] = waysTo(walker, { at, store: explored.stores[at]!.map(() => -1) });
  const walk = spot && exampleOf(model, spot);
  if (!walk) return [];
  const repair = goal && wayTo(model, step, goal.key);
  const end = { it: 'non si torna più alla strategia', en: 'there is no way back to the strategy' };
  return [
    {
      severity: 'warning',
      elements: [{ pointer: pointer(step.place), step: step.key }],
      message: about(
        stepLabel(model.document, step.key),
        'Dal passo # non si può tornare alla strategia: il ri-orientamento deve restare possibile.',
        'From step # there is no way back to the strategy: re-orientation must stay possible.',
      ),
      ...(repair && { repair }),
      walk: { ...walk, told: endingAt(walk.told, model, [step.key], end) },
    },
  ];
}
