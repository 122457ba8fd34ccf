import type { CaseState, Effect, Pathway } from '../case.ts';
import { compiled, presentNodes } from '../pathway.ts';
import type { StepTree } from '../tree.ts';
import type { Arrival, Crossing } from './cross.ts';
import type { Changes, Deadline, Obligation } from './migration.ts';

/** What the case would gain and lose by arriving there. */
export function changesOf(crossing: Crossing, arrival: Arrival): Changes {
  const { before, after, state } = crossing;
  const { rest, effects, activities, facts } = arrival;
  return {
    ...changedActivities(crossing, rest.state, effects),
    activitiesRevised: activities.revised.filter((id) => Object.hasOwn(rest.state.activities, id)),
    ...changedTimers(crossing, arrival),
    messages: effects.flatMap((one) => (one.type === 'message' ? [one.message] : [])),
    dataWithoutPlace: facts.lost,
    dataBegun: facts.begun,
    historyForgotten: arrival.historyForgotten,
    ...changedActions(before, state, after, rest.state),
  };
}

/** What an unaffected case gains and loses: nothing but actions. */
export function changesInPlace({ before, after, state }: Crossing): Changes {
  const { tree } = compiled(after);
  return {
    activitiesOpened: [],
    activitiesWithdrawn: [],
    activitiesKept: Object.keys(state.activities).map((id) => obligation(tree, id)),
    activitiesRevised: [],
    timersSet: [],
    timersCleared: [],
    timersRecomputed: [],
    messages: [],
    dataWithoutPlace: [],
    dataBegun: [],
    historyForgotten: [],
    ...changedActions(before, state, after, state),
  };
}

function changedActivities(
  { before, after, state }: Crossing,
  next: CaseState,
  effects: readonly Effect[],
) {
  const [old, tree] = [compiled(before).tree, compiled(after).tree];
  const named = (type: 'open-activity' | 'withdraw-activity') =>
    new Set(effects.flatMap((one) => (one.type === type ? [one.activity] : [])));
  const [opened, withdrawn] = [named('open-activity'), named('withdraw-activity')];
  const [had, has] = [Object.keys(state.activities), Object.keys(next.activities)];
  const kept = had.filter((id) => !withdrawn.has(id));
  return {
    activitiesOpened: has.filter((id) => opened.has(id)).map((id) => obligation(tree, id)),
    activitiesWithdrawn: had.filter((id) => withdrawn.has(id)).map((id) => obligation(old, id)),
    activitiesKept: kept.map((id) => obligation(tree, id)),
  };
}

function obligation({ activities }: StepTree, activity: string): Obligation {
  const { kind, input } = activities.get(activity)!;
  return { activity, kind, label: input.label };
}

function changedTimers({ before, after, state }: Crossing, { rest, timers }: Arrival) {
  const [old, tree] = [compiled(before).tree, compiled(after).tree];
  const running = rest.state.timers;
  const goesOn = Object.keys(timers.kept).filter((id) => running[id] === timers.kept[id]);
  const stopped = Object.keys(timers.kept).filter((id) => !goesOn.includes(id));
  const now = (ids: readonly string[]) => ids.map((id) => deadline(tree, id, running[id]!));
  const isNew = (id: string) => !goesOn.includes(id);
  return {
    timersSet: now(Object.keys(running).filter(isNew)),
    timersCleared: [
      ...timers.ended.map((id) => deadline(old, id, state.timers[id]!)),
      ...stopped.map((id) => deadline(tree, id, timers.kept[id]!)),
    ],
    timersRecomputed: now(timers.recomputed.filter((id) => goesOn.includes(id))),
  };
}

function deadline({ timers }: StepTree, id: string, dueAt: string): Deadline {
  const { step, duration } = timers.get(id)!;
  return { step, duration, dueAt };
}

function changedActions(before: Pathway, state: CaseState, after: Pathway, next: CaseState) {
  const [had, has] = [actionsOf(before, state), actionsOf(after, next)];
  return {
    actionsGained: [...has].filter((action) => !had.has(action)),
    actionsLost: [...had].filter((action) => !has.has(action)),
  };
}

/** As `available` lists them, without asking what may be taken now. */
function actionsOf(pathway: Pathway, state: CaseState): Set<string> {
  if (state.status === 'done') return new Set();
  const { root } = compiled(pathway).tree;
  return new Set(
    [root, ...presentNodes(pathway, state)].flatMap((step) => [...step.actions.keys()]),
  );
}
