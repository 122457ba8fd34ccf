/** One case between two versions: where a mapping of steps puts it, or why that doesn't do. */
import type { CaseState, Circumstances, Effect, Pathway } from '../case.ts';
import { type Consequence, follow } from '../effects.ts';
import { compiled, presentNodes } from '../pathway.ts';
import type { StepNode } from '../tree.ts';
import {
  type Continued,
  carryActivities,
  carryTimers,
  occurrencesOf,
  timersMoved,
} from './carry-books.ts';
import { carryFacts } from './carry-facts.ts';
import { carryHistory } from './carry-history.ts';
import { type Claim, claimsOf, imageOf } from './claims.ts';
import type { StepMapping } from './map-steps.ts';
import type { Changes } from './migration.ts';
import { type Place, place } from './place.ts';
import { completedAnew, type Rest, restOf } from './rest.ts';
import type { Reason } from './words.ts';

export interface Arrival {
  /** As the mapping puts it, before the machine comes to rest. */
  readonly placed: CaseState;
  readonly effects: readonly Effect[];
  readonly rest: Rest;
  /** The old innermost steps. */
  readonly leaves: readonly string[];
  readonly changes: Omit<Changes, 'actionsGained' | 'actionsLost'>;
}

export interface Misfit {
  readonly reason: Reason;
  /** Old innermost steps. */
  readonly steps: readonly string[];
  /** Where their place is looked for first. */
  readonly within: StepNode;
  /** Where only these can be chosen. */
  readonly rivals?: readonly string[];
}

export interface Crossing {
  readonly before: Pathway;
  readonly after: Pathway;
  readonly state: CaseState;
  readonly circumstances: Circumstances;
}

/** Puts the case in the new version by a mapping and lets the machine come to rest there. */
export function cross(crossing: Crossing, mapping: StepMapping): Arrival | Misfit {
  const { before, after, state } = crossing;
  const { tree } = compiled(after);
  const present = presentNodes(before, state);
  const claims = claimsOf(tree, present, mapping);
  const lost = claims.find((one) => one.at === undefined);
  if (lost?.at === undefined && lost) {
    return { reason: 'no-step', steps: [lost.leaf.key], within: lost.within };
  }
  const history = carryHistory(compiled(before).tree, tree, state.history, mapping);
  const held = claims.flatMap(({ at }) => (typeof at === 'object' ? [at] : []));
  const placed = place(tree, tree.root, held, history.history);
  if ('rivals' in placed) return rivalry(claims, placed.rivals, tree.root);
  const { consequence, changes } = settleIn(crossing, mapping, placed, history.history);
  const completed = completedAnew(before, state, after, consequence.state, mapping);
  return {
    placed: consequence.state,
    effects: consequence.effects,
    rest: restOf(after, consequence.state, crossing.circumstances, completed),
    leaves: claims.map(({ leaf }) => leaf.key),
    changes: { ...changes, historyForgotten: history.forgotten },
  };
}

function rivalry(claims: readonly Claim[], rivals: readonly StepNode[], within: StepNode): Misfit {
  const rivalling = claims.filter(({ at }) => typeof at === 'object' && rivals.includes(at));
  const steps = rivalling.map(({ leaf }) => leaf.key);
  const keys = [...new Set(rivals.map((one) => one.key))];
  return { reason: 'rivals', steps, within, ...(keys.length > 0 && { rivals: keys }) };
}

/** The books of the new version: what goes on, ends and begins with the steps. */
function settleIn(
  { before, after, state, circumstances }: Crossing,
  mapping: StepMapping,
  { value, present }: Place,
  history: CaseState['history'],
) {
  const { document, tree } = compiled(after);
  const continued = continuedBy(crossedSteps(before, after, state, mapping), present);
  const activities = carryActivities(continued, state);
  const timers = carryTimers(continued, state, circumstances);
  const facts = carryFacts(before.document, document, state.data);
  const context = { case: facts.data, participant: circumstances.participant };
  const occurrences = occurrencesOf(activities, timers, context);
  const step = { value, history, data: facts.data, isDone: false, occurrences };
  const followed = follow(document, tree, state, step, circumstances);
  const carried = { ...followed.state.timers, ...timers.kept };
  const consequence: Consequence = {
    state: { ...followed.state, timers: carried },
    effects: [...followed.effects, ...timersMoved(tree, state, timers)],
  };
  const changes = {
    dataWithoutPlace: facts.lost,
    dataBegun: facts.begun,
    activitiesRevised: activities.revised,
    timersRecomputed: timers.recomputed,
  };
  return { consequence, changes };
}

function crossedSteps(before: Pathway, after: Pathway, state: CaseState, mapping: StepMapping) {
  const { tree } = compiled(after);
  return presentNodes(before, state).map((step) => [step, imageOf(tree, step, mapping)] as const);
}

function continuedBy(
  images: ReturnType<typeof crossedSteps>,
  present: ReadonlySet<StepNode>,
): Continued {
  const sources = (step: StepNode) =>
    images.flatMap(([source, image]) => (image === step ? [source] : []));
  const inOrder = [...present].filter((step) => step.parent).sort((a, b) => a.order - b.order);
  return new Map(inOrder.map((step) => [step, sources(step)]));
}
