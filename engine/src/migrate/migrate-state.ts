import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { compiled, presentNodes, presentSteps } from '../pathway.ts';
import { sortedJson } from '../sorted-json.ts';
import type { StepNode } from '../tree.ts';
import type { StepMapping } from './map-steps.ts';
import type { Migration } from './migration.ts';
import { type Arrival, type Crossing, cross, type Misfit } from './passage.ts';
import { isWithin } from './place.ts';
import { restOf } from './rest.ts';
import { blockedAt, questionOf } from './words.ts';

/**
 * What the new version means for one case, and where it puts it. Steps go on as the mapping says;
 * what was added around or beside them begins as it would by itself, but for the entry effects of
 * steps, which are not run. Then the machine comes to rest. It moves nobody to where no outcome can
 * be reached, and ends no case.
 */
export function migrateState(
  before: Pathway,
  after: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  mapping: StepMapping,
): Migration {
  if (state.status === 'done') return { kind: 'unaffected' };
  const crossing = { before, after, state, circumstances };
  const crossed = cross(crossing, mapping);
  if (!('placed' in crossed)) return decisionFor(crossing, mapping, crossed);
  if (isUnaffected(crossing, crossed)) return { kind: 'unaffected' };
  const { reason } = crossed.rest;
  if (reason === undefined) return movedBy(crossing, mapping, crossed);
  const within = compiled(after).tree.root;
  return decisionFor(crossing, mapping, { reason, steps: crossed.leaves, within });
}

/** The mapping with the answer to a question: all of its steps go on at the chosen one. */
export function decided(
  mapping: StepMapping,
  steps: readonly string[],
  choice: string,
): StepMapping {
  return new Map([...mapping, ...steps.map((step) => [step, choice] as const)]);
}

function isUnaffected({ before, state, circumstances }: Crossing, arrival: Arrival): boolean {
  const { placed, rest, changes } = arrival;
  if (changes.activitiesRevised.length > 0) return false;
  if (sortedJson(placed) !== sortedJson(state)) return false;
  // What was wrong before, or was about to happen anyway, is no effect of the new version.
  return sortedJson(rest) === sortedJson(restOf(before, state, circumstances, []));
}

function movedBy(crossing: Crossing, mapping: StepMapping, arrival: Arrival): Migration {
  const { before, after, state } = crossing;
  const { rest, effects, changes } = arrival;
  const images = new Map(
    presentNodes(before, state).map(({ key }) => [key, mapping.get(key)] as const),
  );
  const present = presentSteps(after, rest.state);
  const continued = new Set(images.values());
  const actions = [actionsOf(before, state), actionsOf(after, rest.state)] as const;
  const without = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...some].filter((one) => !others.has(one));
  return {
    kind: 'moved',
    state: rest.state,
    effects: [...effects, ...rest.effects],
    entered: present.filter((key) => !continued.has(key)),
    left: [...images].flatMap(([key, to]) => (present.includes(to ?? '') ? [] : [key])),
    changes: {
      ...changes,
      actionsGained: without(actions[1], actions[0]),
      actionsLost: without(actions[0], actions[1]),
    },
  };
}

function actionsOf(pathway: Pathway, state: CaseState): Set<string> {
  const { root } = compiled(pathway).tree;
  return new Set(
    [root, ...presentNodes(pathway, state)].flatMap((step) => [...step.actions.keys()]),
  );
}

/** Asks which step it should be, of those that would do; where none does, the case is blocked. */
function decisionFor(crossing: Crossing, mapping: StepMapping, misfit: Misfit): Migration {
  const { steps, reason } = misfit;
  const { document } = crossing.before;
  const choices = choicesFor(crossing, mapping, misfit);
  return choices.length > 0
    ? { kind: 'needs-decision', steps, choices, question: questionOf(document, steps, reason) }
    : { kind: 'blocked', ...blockedAt(document, steps, reason) };
}

/** First inside the group that goes on, then around it, until something does. */
function choicesFor(crossing: Crossing, mapping: StepMapping, misfit: Misfit): readonly string[] {
  const { steps, rivals } = misfit;
  const { tree } = compiled(crossing.after);
  const isFit = (key: string) => {
    const crossed = cross(crossing, decided(mapping, steps, key));
    if ('placed' in crossed) return crossed.rest.reason === undefined;
    // Another step may need an answer of its own, after this one.
    return crossed.reason === 'no-step' && !steps.some((step) => crossed.steps.includes(step));
  };
  if (rivals) {
    const fitting = rivals.filter(isFit);
    if (fitting.length > 0) return fitting;
  }
  const tried = new Set<string>();
  for (let scope: StepNode | undefined = misfit.within; scope; scope = scope.parent) {
    const keys = [...tree.steps.values()]
      .filter((step) => step.type === 'atomic' && isWithin(step, scope!) && !tried.has(step.key))
      .map(({ key }) => key);
    for (const key of keys) tried.add(key);
    const fitting = keys.filter(isFit);
    if (fitting.length > 0) return fitting;
  }
  return [];
}
