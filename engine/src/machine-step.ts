/** One step of the machine: a stored state in, the next one and what happened out. */
import {
  type AnyActor,
  type AnyActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type StateNode,
} from 'xstate';
import type { CaseEvent, CaseState, StateValue } from './case.ts';
import type { Facts } from './document.ts';
import type { MachineContext } from './facts.ts';
import type { StepTree } from './tree.ts';

/** What happened in a step, in XState's order and in our words. */
export type Occurrence =
  | { readonly type: 'entered' | 'left'; readonly step: string }
  | { readonly type: 'opened'; readonly activity: string; readonly context: MachineContext }
  | { readonly type: 'withdrawn'; readonly activity: string }
  | { readonly type: 'timer-set' | 'timer-cleared'; readonly timer: string }
  | { readonly type: 'message'; readonly message: string };

export interface Step {
  readonly value: StateValue;
  readonly history: CaseState['history'];
  readonly data: Facts;
  readonly isDone: boolean;
  readonly occurrences: readonly Occurrence[];
}

/** XState gave up: transitions without an event never came to rest. */
export class TooManySteps extends Error {}

/** Moves nothing itself, but lets the transitions without an event look at the facts again. */
const LOOK_AGAIN: AnyEventObject = { type: 'percorso.look-again' };

/** The stored state as XState's snapshot. Children are stubs: their ids are all that is needed. */
function restore(
  machine: AnyStateMachine,
  state: CaseState,
  participant: Facts,
): AnyMachineSnapshot {
  const historyValue: Record<string, { id: string }[]> = {};
  for (const id of Object.keys(state.history))
    historyValue[id] = state.history[id]!.map((step) => ({ id: step }));
  const snapshot = machine.restoreSnapshot(
    {
      status: state.status,
      value: state.value,
      context: { case: state.data, participant },
      children: {},
      historyValue,
    } as never,
    undefined as never,
  ) as AnyMachineSnapshot;
  const children: Record<string, { id: string }> = {};
  for (const id of Object.keys(state.activities)) children[id] = { id };
  snapshot.children = children as never;
  return snapshot;
}

export function takeFirstStep(machine: AnyStateMachine, context: MachineContext): Step {
  const actions: XStateAction[] = [];
  const snapshot: AnyMachineSnapshot = machine.getInitialSnapshot(
    scopeOf(machine, actions),
    context,
  );
  if (snapshot.status === 'error') throw translated(snapshot.error);
  return stepOf(snapshot, actions.flatMap(occurrence));
}

/**
 * The step that an event leads to; undefined where no transition takes an event that something
 * waits for. XState would be silent about it, and might still take a transition without an event.
 */
export function takeStep(
  machine: AnyStateMachine,
  tree: StepTree,
  state: CaseState,
  participant: Facts,
  event: CaseEvent,
): Step | undefined {
  const { sent, mustMove } = translatedEvent(tree, event);
  const before = restore(machine, state, participant);
  if (mustMove && !before.can(sent)) return undefined;
  return stepFrom(machine, before, sent);
}

/** The step that an event of XState's leads to, one that no person and no activity brings. */
export function takeHiddenStep(
  machine: AnyStateMachine,
  state: CaseState,
  participant: Facts,
  type: string,
): Step {
  return stepFrom(machine, restore(machine, state, participant), { type });
}

function stepFrom(
  machine: AnyStateMachine,
  before: AnyMachineSnapshot,
  sent: AnyEventObject,
): Step {
  const actions: XStateAction[] = [];
  try {
    const snapshot = machine.transition(before, sent, scopeOf(machine, actions));
    return stepOf(snapshot, withImpliedExits(actions.flatMap(occurrence), before));
  } catch (error) {
    throw translated(error);
  }
}

/**
 * Lets a state that was put in place, not walked to, come to rest: groups that are `completed`
 * (ids, inner ones first) say so, and transitions without an event are taken.
 */
export function takeRest(
  machine: AnyStateMachine,
  state: CaseState,
  participant: Facts,
  completed: readonly string[],
): Step {
  const occurrences: Occurrence[] = [];
  let snapshot = restore(machine, state, participant);
  const ends = completed.map((id) => ({ type: `xstate.done.state.${id}` }));
  try {
    for (const event of [...ends, LOOK_AGAIN]) {
      const actions: XStateAction[] = [];
      const before = snapshot;
      if (before.status !== 'active') break;
      snapshot = machine.transition(before, event, scopeOf(machine, actions)) as AnyMachineSnapshot;
      occurrences.push(...withImpliedExits(actions.flatMap(occurrence), before));
    }
  } catch (error) {
    throw translated(error);
  }
  return stepOf(snapshot, occurrences);
}

function translatedEvent(
  tree: StepTree,
  event: CaseEvent,
): { sent: AnyEventObject; mustMove: boolean } {
  switch (event.type) {
    case 'action':
      return { sent: { type: event.action, answer: event.answer }, mustMove: true };
    case 'done': {
      const sent = { type: `xstate.done.actor.${event.activity}`, output: event.answer };
      return { sent, mustMove: tree.activities.get(event.activity)!.onDone.length > 0 };
    }
    case 'failed': {
      const sent = { type: `xstate.error.actor.${event.activity}`, error: event.reason };
      const isAwaited = tree.activities.get(event.activity)!.onError.length > 0;
      // XState ends a machine at a failure that nothing waits for: then only the books change.
      return isAwaited ? { sent, mustMove: true } : { sent: LOOK_AGAIN, mustMove: false };
    }
    case 'timer':
      // A timer fires once, even when its guards let nothing happen.
      return { sent: { type: event.timer }, mustMove: false };
    case 'correct':
      return { sent: LOOK_AGAIN, mustMove: false };
  }
}

/**
 * XState enters a step again without leaving it when a transition from inside goes to a history
 * that leads back to its own source. What was there is left all the same.
 */
function withImpliedExits(
  occurrences: readonly Occurrence[],
  before: AnyMachineSnapshot,
): Occurrence[] {
  const present = new Set(before._nodes.map((node) => node.key));
  return occurrences.flatMap((one): Occurrence[] => {
    if (one.type === 'left') present.delete(one.step);
    if (one.type !== 'entered') return [one];
    if (present.has(one.step)) return [{ type: 'left', step: one.step }, one];
    present.add(one.step);
    return [one];
  });
}

const bystanders = new WeakMap<AnyStateMachine, AnyActor>();

/**
 * What XState's own pure `transition` gives a machine to run in: nothing is executed, the actions
 * are collected. That function makes an actor each time, and an actor computes its initial state,
 * which costs as much as the step itself: here one actor, never started, stands by for all steps.
 */
function scopeOf(machine: AnyStateMachine, actions: XStateAction[]): AnyActorScope {
  let self = bystanders.get(machine);
  if (!self) {
    self = createActor(machine);
    bystanders.set(machine, self);
  }
  const nothing = () => {};
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: (action) => actions.push(action as unknown as XStateAction),
  };
}

function translated(error: unknown): unknown {
  const isCycle = error instanceof Error && error.message.startsWith('Infinite loop detected');
  return isCycle ? new TooManySteps('The transitions without an event never end.') : error;
}

interface XStateAction {
  readonly type: string;
  readonly params?: unknown;
  readonly info: { readonly context: MachineContext };
}

function stepOf(snapshot: AnyMachineSnapshot, occurrences: readonly Occurrence[]): Step {
  const isDone = snapshot.status === 'done';
  return {
    value: snapshot.value,
    history: historyOf(snapshot),
    data: (snapshot.context as MachineContext).case,
    isDone,
    occurrences: isDone ? withoutLastExits(occurrences, snapshot) : occurrences,
  };
}

/** When the machine ends, XState runs the exits of the steps that remain; they are not left. */
function withoutLastExits(
  occurrences: readonly Occurrence[],
  snapshot: AnyMachineSnapshot,
): Occurrence[] {
  let extra = snapshot._nodes.length - 1;
  return occurrences
    .toReversed()
    .filter((one) => one.type !== 'left' || extra-- <= 0)
    .reverse();
}

function historyOf(snapshot: AnyMachineSnapshot): CaseState['history'] {
  const history: Record<string, readonly string[]> = {};
  const remembered = snapshot.historyValue as Record<string, readonly StateNode[]>;
  for (const id of Object.keys(remembered)) {
    history[id] = remembered[id]!.toSorted((a, b) => a.order - b.order).map((node) => node.id);
  }
  return history;
}

function occurrence(action: XStateAction): Occurrence[] {
  const params = action.params as Record<string, string> | undefined;
  switch (action.type) {
    case 'percorso.entered':
      return [{ type: 'entered', step: params!.step! }];
    case 'percorso.left':
      return [{ type: 'left', step: params!.step! }];
    case 'xstate.spawnChild':
      return [{ type: 'opened', activity: params!.id!, context: action.info.context }];
    case 'xstate.stopChild':
      // An activity that has ended is no child any more: then there is nothing to stop.
      return params ? [{ type: 'withdrawn', activity: params.id! }] : [];
    case 'xstate.raise':
      return [{ type: 'timer-set', timer: params!.id! }];
    case 'xstate.cancel':
      return [{ type: 'timer-cleared', timer: params!.sendId! }];
    case 'message':
      return [{ type: 'message', message: params!.message! }];
    default:
      return [];
  }
}
