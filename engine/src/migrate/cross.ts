/** Carries one case to another version by a passage, whatever may be said of where it comes. */
import type { CaseState, Circumstances, Effect, Pathway } from '../case.ts';
import { type Consequence, follow } from '../effects.ts';
import type { Occurrence } from '../machine-step.ts';
import { compiled, presentNodes } from '../pathway.ts';
import type { StepNode } from '../tree.ts';
import { type CarriedActivities, type Continued, carryActivities } from './carry-activities.ts';
import { type CarriedFacts, carryFacts } from './carry-facts.ts';
import { carryHistory } from './carry-history.ts';
import { type CarriedTimers, carryTimers, timersMoved } from './carry-timers.ts';
import { type Claim, claimsOf, imagesOf } from './claims.ts';
import type { StepMapping } from './map-steps.ts';
import type { Books } from './passage.ts';
import { type Place, place } from './place.ts';
import { completedAnew, type Rest, restOf } from './rest.ts';
import type { Reason } from './words.ts';

export interface Crossing {
  readonly before: Pathway;
  readonly after: Pathway;
  readonly state: CaseState;
  readonly circumstances: Circumstances;
  /** Bounds the proof. */
  readonly configurationsMax?: number | undefined;
}

export interface Arrival {
  /** As the mapping puts it, before the machine comes to rest. */
  readonly placed: CaseState;
  readonly rest: Rest;
  /** All that follows, until the rest. */
  readonly effects: readonly Effect[];
  readonly activities: CarriedActivities;
  readonly timers: CarriedTimers;
  readonly facts: CarriedFacts;
  readonly historyForgotten: readonly string[];
}

/** What keeps a case from being put anywhere, as what has to be asked. */
export interface Misfit {
  readonly reason: Reason;
  readonly asks: readonly Ask[];
}

export interface Ask {
  /** Old innermost steps: where do they go on? */
  readonly steps: readonly string[];
  /** Where their place is looked for first. */
  readonly within: StepNode;
  /** Where these are chosen from, if any of them will do. */
  readonly rivals?: readonly string[];
}

/** Puts the case in the new version and lets the machine come to rest there. */
export function cross(crossing: Crossing, mapping: StepMapping, books?: Books): Arrival | Misfit {
  const { before, after, state, circumstances } = crossing;
  const { tree } = compiled(after);
  const claims = claimsOf(tree, presentNodes(before, state), mapping);
  const asks = asksOf(claims);
  if (asks.length > 0) return { reason: 'no-step', asks };
  const carried = carryHistory(compiled(before).tree, tree, state.history, mapping);
  const history = books?.history ?? carried.history;
  const held = claims.flatMap(({ at }) => at ?? []);
  const placed = place(tree, tree.root, held, history);
  if ('rivals' in placed) return rivalry(claims, placed.rivals, tree.root);
  const { consequence, ...carriedOver } = settleIn(crossing, mapping, placed, history, books);
  const completed = completedAnew(before, state, after, consequence.state, mapping);
  const rest = restOf(after, consequence.state, circumstances, completed);
  return {
    placed: consequence.state,
    rest,
    effects: [...consequence.effects, ...rest.effects],
    ...carriedOver,
    historyForgotten: carried.forgotten,
  };
}

/** Steps that are lost in the same place are asked for together. */
function asksOf(claims: readonly Claim[]): Ask[] {
  const lost = new Map<StepNode, string[]>();
  for (const claim of claims) {
    if (claim.at) continue;
    lost.set(claim.within, [...(lost.get(claim.within) ?? []), claim.leaf.key]);
  }
  return [...lost].map(([within, steps]) => ({ steps, within }));
}

function rivalry(claims: readonly Claim[], rivals: readonly StepNode[], within: StepNode): Misfit {
  const rivalling = claims.filter(({ at }) => at?.some((one) => rivals.includes(one)));
  const steps = rivalling.map(({ leaf }) => leaf.key);
  const keys = [...new Set(rivals.map((one) => one.key))];
  return { reason: 'rivals', asks: [{ steps, within, ...(keys.length > 0 && { rivals: keys }) }] };
}

/** The books of the new version: what goes on, ends and begins with the steps. */
function settleIn(
  { before, after, state, circumstances }: Crossing,
  mapping: StepMapping,
  { value, present }: Place,
  history: CaseState['history'],
  books: Books | undefined,
) {
  const { document, tree } = compiled(after);
  const old = compiled(before).tree;
  const continued = continuedBy(before, after, state, mapping, present);
  const activities = carryActivities(continued, old, state, books?.activities);
  const timers = carryTimers(continued, state, circumstances, books?.timers);
  const facts = carryFacts(before.document, document, state.data);
  const context = { case: facts.data, participant: circumstances.participant };
  const occurrences = occurrencesOf(activities, timers, context);
  const step = { value, history, data: facts.data, isDone: false, occurrences };
  const followed = follow(document, tree, state, step, circumstances);
  const running = { ...followed.state.timers, ...timers.kept };
  const consequence: Consequence = {
    state: { ...followed.state, timers: running },
    effects: [...followed.effects, ...timersMoved(tree, state, timers)],
  };
  return { consequence, activities, timers, facts };
}

/** In the order in which they happen: first what ends. */
function occurrencesOf(
  activities: CarriedActivities,
  timers: CarriedTimers,
  context: Extract<Occurrence, { type: 'opened' }>['context'],
): Occurrence[] {
  return [
    ...activities.withdrawn.map((activity) => ({ type: 'withdrawn' as const, activity })),
    ...timers.cleared.map((timer) => ({ type: 'timer-cleared' as const, timer })),
    ...activities.opened.map((activity) => ({ type: 'opened' as const, activity, context })),
    ...timers.set.map((timer) => ({ type: 'timer-set' as const, timer })),
  ];
}

/** The present steps of the new version, the root too, each with the old ones that it continues. */
function continuedBy(
  before: Pathway,
  after: Pathway,
  state: CaseState,
  mapping: StepMapping,
  present: ReadonlySet<StepNode>,
): Continued {
  const { tree } = compiled(after);
  const root = [compiled(before).tree.root, [tree.root]] as const;
  const images = [
    root,
    ...presentNodes(before, state).map((step) => [step, imagesOf(tree, step, mapping)] as const),
  ];
  const sources = (step: StepNode) =>
    images.flatMap(([source, image]) => (image.includes(step) ? [source] : []));
  const inOrder = [...present].sort((a, b) => a.order - b.order);
  return new Map(inOrder.map((step) => [step, sources(step)]));
}
