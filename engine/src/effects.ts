import type { CaseState, Circumstances, Effect } from './case.ts';
import { withdrawTasks } from './deviate/ad-hoc.ts';
import type {
  ActivityInput,
  ActivityKind,
  Facts,
  FactValue,
  Outcome,
  PathwayDocument,
} from './document.ts';
import { addDuration } from './duration.ts';
import { fullFacts, type MachineContext } from './facts.ts';
import type { Occurrence, Step } from './machine-step.ts';
import type { StepTree } from './tree.ts';

/** A case's next state and what must follow, in the order in which the machine did it. */
export interface Consequence {
  readonly state: CaseState;
  readonly effects: readonly Effect[];
}

/**
 * Turns what happened into effects and keeps the books of open activities and running timers.
 * `before` is the state without what the event itself has ended (the activity, the timer).
 */
export function follow(
  document: PathwayDocument,
  tree: StepTree,
  before: Pick<CaseState, 'activities' | 'timers' | 'adHoc'>,
  step: Step,
  circumstances: Circumstances,
): Consequence {
  const books = new Books(tree, before, circumstances);
  for (const one of step.occurrences) books.enter(one);
  const state = {
    value: step.value,
    history: step.history,
    data: step.data,
    activities: books.activities,
    timers: books.timers,
  };
  if (!step.isDone) {
    const added = before.adHoc && { adHoc: before.adHoc };
    return { state: { status: 'active', ...state, ...added }, effects: books.effects };
  }
  const outcome = outcomeOf(document, step);
  books.effects.push(...withdrawTasks(before), { type: 'end', outcome });
  return { state: { status: 'done', ...state, outcome }, effects: books.effects };
}

/** How the case ended: what its top-level final step declares. */
function outcomeOf(document: PathwayDocument, step: Step): Outcome {
  const last = typeof step.value === 'string' ? step.value : Object.keys(step.value)[0]!;
  return document.steps[last]?.outcome ?? 'completed';
}

class Books {
  readonly effects: Effect[] = [];
  readonly activities: Record<string, ActivityKind>;
  readonly timers: Record<string, string>;
  private readonly tree: StepTree;
  private readonly circumstances: Circumstances;

  constructor(
    tree: StepTree,
    before: Pick<CaseState, 'activities' | 'timers'>,
    circumstances: Circumstances,
  ) {
    this.tree = tree;
    this.circumstances = circumstances;
    this.activities = { ...before.activities };
    this.timers = { ...before.timers };
  }

  enter(one: Occurrence): void {
    switch (one.type) {
      case 'opened':
        this.open(one.activity, one.context);
        return;
      case 'withdrawn':
        this.withdraw(one.activity);
        return;
      case 'timer-set':
        this.setTimer(one.timer);
        return;
      case 'timer-cleared':
        this.clearTimer(one.timer);
        return;
      case 'message':
        this.effects.push({ type: 'message', message: one.message });
    }
  }

  private open(activity: string, context: MachineContext): void {
    const { kind, step, input } = this.tree.activities.get(activity)!;
    // XState enters a step again without leaving it when a history inside its parent leads to it.
    this.withdraw(activity);
    this.activities[activity] = kind;
    const facts = fullFacts(context);
    this.effects.push({
      type: 'open-activity',
      activity,
      kind,
      step,
      input,
      resolved: resolvedInput(input, facts),
      ...(input.data && { data: resolvedData(input.data, facts) }),
      ...(input.due && { dueAt: this.after(input.due) }),
    });
  }

  private setTimer(timer: string): void {
    const { step, duration } = this.tree.timers.get(timer)!;
    const dueAt = this.after(duration);
    this.clearTimer(timer);
    this.timers[timer] = dueAt;
    this.effects.push({ type: 'set-timer', timer, step, duration, dueAt });
  }

  private withdraw(activity: string): void {
    if (this.activities[activity] === undefined) return;
    delete this.activities[activity];
    this.effects.push({ type: 'withdraw-activity', activity });
  }

  /** XState also cancels a timer that has just fired: then there is nothing to clear. */
  private clearTimer(timer: string): void {
    if (this.timers[timer] === undefined) return;
    delete this.timers[timer];
    this.effects.push({ type: 'clear-timer', timer });
  }

  private after(duration: string): string {
    return addDuration(this.circumstances.now, duration, this.circumstances.timeZone);
  }
}

/** The facts that the input refers to; one that is not known is absent. */
function resolvedInput(input: ActivityInput, facts: Facts): Facts {
  const resolved: Record<string, FactValue> = {};
  const resolve = (name: string, reference: unknown) => {
    const value = referred(reference, facts);
    if (value !== undefined) resolved[name] = value;
  };
  resolve('edition', input.edition);
  resolve('at', input.at);
  resolve('place', input.place);
  if (input.assignee && 'organisation' in input.assignee)
    resolve('organisation', input.assignee.organisation);
  return resolved;
}

function resolvedData(data: NonNullable<ActivityInput['data']>, facts: Facts): Facts {
  const resolved: Record<string, FactValue> = {};
  for (const [name, reference] of Object.entries(data)) {
    const value = referred(reference, facts);
    if (value !== undefined) resolved[name] = value;
  }
  return resolved;
}

/** A literal is itself; `{fact}` is looked up. */
function referred(reference: unknown, facts: Facts): FactValue | undefined {
  if (typeof reference === 'object' && reference !== null && 'fact' in reference)
    return facts[reference.fact as string];
  return reference as FactValue | undefined;
}
