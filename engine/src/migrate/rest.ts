/** Lets a case that was put in place come to rest, and says what is wrong with where it rests. */
import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { type Chart, layOutChart } from '../check/chart/chart.ts';
import { isComplete } from '../check/chart/completion.ts';
import { configurationOf } from '../check/chart/configuration.ts';
import { type Consequence, follow } from '../effects.ts';
import { TooManySteps, takeRest } from '../machine-step.ts';
import { compiled } from '../pathway.ts';
import type { StepMapping } from './map-steps.ts';
import { isOutcomeReachable } from './outcome-reachable.ts';
import type { Reason } from './words.ts';

export interface Rest extends Consequence {
  readonly reason?: Reason;
}

export function restOf(
  pathway: Pathway,
  placed: CaseState,
  circumstances: Circumstances,
  completed: readonly string[],
): Rest {
  const { document, tree, machine } = compiled(pathway);
  const chart = chartOf(pathway);
  if (completed.includes(chart.root.id)) return { state: placed, effects: [], reason: 'ends' };
  try {
    const step = takeRest(machine, placed, circumstances.participant, completed);
    const rest = follow(document, tree, placed, step, circumstances);
    if (step.isDone) return { ...rest, reason: 'ends' };
    return isOutcomeReachable(chart, rest.state) ? rest : { ...rest, reason: 'no-outcome' };
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    return { state: placed, effects: [], reason: 'endless' };
  }
}

/**
 * The groups (ids, inner ones first) that are complete where the case is put and have not said so:
 * none that the mapping takes them for was complete before, or none had anything wait for it.
 */
export function completedAnew(
  before: Pathway,
  state: CaseState,
  after: Pathway,
  placed: CaseState,
  mapping: StepMapping,
): string[] {
  const present = configurationOf(chartOf(before), state).present;
  const told = [...present].filter(
    (node) => node.children.length > 0 && hasEnd(node) && isComplete(node, present),
  );
  const known = new Set(told.map(({ key }) => mapping.get(key)));
  const next = configurationOf(chartOf(after), placed).present;
  return [...next]
    .filter((node) => node.children.length > 0 && isComplete(node, next) && !known.has(node.key))
    .filter((node) => hasEnd(node) || !node.parent)
    .sort((a, b) => b.order - a.order)
    .map(({ id }) => id);
}

function hasEnd({ step }: { readonly step: { readonly node: { readonly onDone?: unknown } } }) {
  return step.node.onDone !== undefined;
}

const charts = new WeakMap<Pathway, Chart>();

function chartOf(pathway: Pathway): Chart {
  const chart = charts.get(pathway) ?? layOutChart(compiled(pathway).tree);
  charts.set(pathway, chart);
  return chart;
}
