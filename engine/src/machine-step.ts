/** One step of the machine: a stored state in, the next one and what happened out. */
import {
  type AnyActor,
  type AnyActorScope,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
} from 'xstate';
import type { CaseState, StateValue } from './case.ts';
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
export const LOOK_AGAIN: AnyEventObject = { type: 'percorso.look-again' };

/** The stored state as XState's snapshot. Children are stubs: their ids are all that is needed. */
export function restore(
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

export function takeFirstStep(
  machine: AnyStateMachine,
  context: MachineContext,
  tree: StepTree,
): Step {
  const actions: XStateAction[] = [];
  const snapshot: AnyMachineSnapshot = machine.getInitialSnapshot(
    scopeOf(machine, actions),
    context,
  );
  if (snapshot.status === 'error') throw translated(snapshot.error);
  return stepOf(snapshot, actions, tree);
}

export function takeStep(
  machine: AnyStateMachine,
  before: AnyMachineSnapshot,
  event: AnyEventObject,
  tree: StepTree,
): Step {
  const actions: XStateAction[] = [];
  try {
    const snapshot = machine.transition(before, event, scopeOf(machine, actions));
    return stepOf(snapshot, actions, tree);
  } catch (error) {
    throw translated(error);
  }
}

const bystanders = new WeakMap<AnyStateMachine, AnyActor>();

/**
 * What XState's own pure `transition` gives a machine to run in: nothing is executed, the actions are
 * collected. That function makes an actor each time, and an actor computes its initial state, which
 * costs as much as the step itself: here one actor, never started, stands by for all steps.
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

function stepOf(
  snapshot: AnyMachineSnapshot,
  actions: readonly XStateAction[],
  tree: StepTree,
): Step {
  const isDone = snapshot.status === 'done';
  const occurrences = actions.flatMap(occurrence);
  return {
    value: snapshot.value,
    history: historyOf(snapshot, tree),
    data: (snapshot.context as MachineContext).case,
    isDone,
    occurrences: isDone ? withoutLastExits(occurrences, snapshot) : occurrences,
  };
}

/** When the machine ends, XState runs the exits of the steps that remain; they are not left. */
function withoutLastExits(occurrences: Occurrence[], snapshot: AnyMachineSnapshot): Occurrence[] {
  let extra = snapshot._nodes.length - 1;
  return occurrences
    .reverse()
    .filter((one) => one.type !== 'left' || extra-- <= 0)
    .reverse();
}

function historyOf(snapshot: AnyMachineSnapshot, tree: StepTree): CaseState['history'] {
  const history: Record<string, readonly string[]> = {};
  const remembered = snapshot.historyValue as Record<string, readonly { id: string }[]>;
  const orderOf = (id: string) => tree.byId.get(id)?.order ?? 0;
  for (const id of Object.keys(remembered))
    history[id] = remembered[id]!.map((node) => node.id).sort((a, b) => orderOf(a) - orderOf(b));
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
