import type { AnyStateMachine } from 'xstate';
import type { CaseState, Pathway } from './case.ts';
import type { PathwayDocument } from './document.ts';
import { buildMachine } from './machine.ts';
import { growTree, type StepNode, type StepTree, visitPresent } from './tree.ts';

const EMPHASES = ['primary', 'normal', 'quiet', 'final'] as const;

/** What is inside a `Pathway`. */
interface CompiledPathway extends Pathway {
  readonly tree: StepTree;
  readonly machine: AnyStateMachine;
  /** The place of every action in a list of possibilities. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Makes a parsed document ready to run. It costs about a millisecond and some memory: keep the
 * result by version.
 */
export function compile(document: PathwayDocument): Pathway {
  const tree = growTree(document);
  const steps = Object.fromEntries(
    [...tree.steps].map(([key, step]) => [key, { parents: parentsOf(step) }]),
  );
  const pathway: CompiledPathway = {
    document,
    steps,
    tree,
    machine: buildMachine(document),
    places: placesOf(document),
  };
  return pathway;
}

/** The only makers of pathways are `compile` and tests that call it: the cast is safe. */
export function compiled(pathway: Pathway): CompiledPathway {
  return pathway as CompiledPathway;
}

/** The machine as XState runs it, for whoever wants to run it in XState itself. */
export function xstateMachine(pathway: Pathway): AnyStateMachine {
  return compiled(pathway).machine;
}

/** The keys of the present steps, innermost and enclosing, in document order; not the root's. */
export function presentSteps(pathway: Pathway, state: CaseState): string[] {
  return presentNodes(pathway, state).map((step) => step.key);
}

/** The innermost present steps: those that contain no other present step. */
export function innermostSteps(pathway: Pathway, state: CaseState): string[] {
  return innermostOf(pathway, presentSteps(pathway, state));
}

/** Of some steps, those that contain none of the others. */
export function innermostOf(pathway: Pathway, steps: readonly string[]): string[] {
  const around = new Set(steps.flatMap((step) => pathway.steps[step]?.parents ?? []));
  return steps.filter((step) => !around.has(step));
}

export function presentNodes(pathway: Pathway, state: CaseState): StepNode[] {
  const { root } = compiled(pathway).tree;
  const present: StepNode[] = [];
  visitPresent(root, state.value, (step) => {
    if (step !== root) present.push(step);
  });
  return present.sort((a, b) => a.order - b.order);
}

function parentsOf(step: StepNode): string[] {
  const parents: string[] = [];
  for (let around = step.parent; around?.parent; around = around.parent) {
    parents.unshift(around.key);
  }
  return parents;
}

/** By emphasis, then as the document declares them. */
function placesOf(document: PathwayDocument): ReadonlyMap<string, number> {
  const rank = (action: string) => EMPHASES.indexOf(document.actions[action]!.emphasis ?? 'normal');
  const sorted = Object.keys(document.actions).sort((a, b) => rank(a) - rank(b));
  return new Map(sorted.map((action, index) => [action, index]));
}
