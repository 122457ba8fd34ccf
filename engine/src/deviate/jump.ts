/**
 * Lets XState itself put a case at a step: by transitions that the document does not draw, in a
 * second machine that is otherwise the same. So what is left and entered, what its entry effects
 * do, what history steps remember and where it comes to rest is as for any other step.
 */
import type { AnyStateMachine } from 'xstate';
import type { CaseState, Circumstances, Pathway } from '../case.ts';
import type { MachineNode } from '../document.ts';
import { type Consequence, follow } from '../effects.ts';
import { buildMachine } from '../machine.ts';
import { type Step, takeHiddenStep } from '../machine-step.ts';
import { isWithin } from '../migrate/place.ts';
import { compiled, presentNodes } from '../pathway.ts';
import type { StepNode } from '../tree.ts';

/** Throws `TooManySteps` where the case would never come to rest. `from` is left in any case. */
export function jump(
  pathway: Pathway,
  state: CaseState,
  to: StepNode,
  from: StepNode | undefined,
  circumstances: Circumstances,
): { readonly step: Step; readonly consequence: Consequence } {
  const { document, tree } = compiled(pathway);
  const present = new Set([tree.root, ...presentNodes(pathway, state)]);
  const source = from ? aroundBoth(to, from) : presentAround(to, present);
  const { participant } = circumstances;
  const step = takeHiddenStep(machineOf(pathway), state, participant, wayName(source, to));
  return { step, consequence: follow(document, tree, state, step, circumstances) };
}

/** The innermost step around both: leaving from there leaves `from` and nothing beside it. */
function aroundBoth({ parent }: StepNode, from: StepNode): StepNode {
  const isAround = (outer: StepNode) => outer !== from && isWithin(from, outer);
  for (let outer = parent!; ; outer = outer.parent!) if (isAround(outer)) return outer;
}

/** The innermost present step around it, so that what is beside it stays; a region is its own. */
function presentAround(to: StepNode, present: ReadonlySet<StepNode>): StepNode {
  let outer = to.parent!;
  while (!present.has(outer)) outer = outer.parent!;
  return outer.type === 'parallel' && present.has(to) ? to : outer;
}

const machines = new WeakMap<Pathway, AnyStateMachine>();

function machineOf(pathway: Pathway): AnyStateMachine {
  const known = machines.get(pathway);
  if (known) return known;
  const { document, tree } = compiled(pathway);
  const machine = { ...withWays(tree.root), id: document.machine.id };
  const built = buildMachine({ ...document, machine });
  machines.set(pathway, built);
  return built;
}

/** From every step that holds others to each of those, and from a region to itself. */
function withWays(step: StepNode): MachineNode {
  if (step.type === 'history' || step.type === 'final') return step.node;
  const isRegion = step.parent?.type === 'parallel';
  const targets = [...(isRegion ? [step] : []), ...inside(step)];
  const ways = targets.map((to) => [wayName(step, to), { target: `#${to.id}` }] as const);
  const states = [...step.children].map(([key, child]) => [key, withWays(child)] as const);
  return {
    ...step.node,
    on: { ...step.node.on, ...Object.fromEntries(ways) },
    ...(states.length > 0 && { states: Object.fromEntries(states) }),
  };
}

function inside(step: StepNode): StepNode[] {
  return [...step.children.values()].flatMap((child) => [child, ...inside(child)]);
}

/** No action is called so: its name has blanks. */
function wayName(source: StepNode, to: StepNode): string {
  return `percorso.deviate ${source.order} ${to.order}`;
}
