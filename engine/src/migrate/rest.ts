/** Lets a case that was put in place come to rest. */
import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { type Chart, layOutChart } from '../check/chart/chart.ts';
import { isComplete } from '../check/chart/completion.ts';
import { configurationOf } from '../check/chart/configuration.ts';
import { type Consequence, follow } from '../effects.ts';
import { TooManySteps, takeRest } from '../machine-step.ts';
import { compiled } from '../pathway.ts';
import type { StepMapping } from './map-steps.ts';

export interface Rest extends Consequence {
  /** Why it may not rest there. */
  readonly fault?: 'ends' | 'endless';
}

export function restOf(
  pathway: Pathway,
  placed: CaseState,
  circumstances: Circumstances,
  completed: readonly string[],
): Rest {
  const { document, tree, machine } = compiled(pathway);
  if (completed.includes(tree.root.id)) return { state: placed, effects: [], fault: 'ends' };
  try {
    const step = takeRest(machine, placed, circumstances.participant, completed);
    const rest = follow(document, tree, placed, step, circumstances);
    return step.isDone ? { ...rest, fault: 'ends' } : rest;
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    return { state: placed, effects: [], fault: 'endless' };
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
  const known = new Set(told.flatMap(({ key }) => mapping.get(key) ?? []));
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
