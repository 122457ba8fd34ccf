import type {
  Advanced,
  CaseEvent,
  CaseState,
  Circumstances,
  Entry,
  Pathway,
  Refusal,
} from './case.ts';
import { addedTask, withoutTask } from './deviate/ad-hoc.ts';
import type { Facts } from './document.ts';
import { follow } from './effects.ts';
import { examine, examineData } from './examine.ts';
import { type Step, TooManySteps, takeFirstStep, takeStep } from './machine-step.ts';
import { compiled } from './pathway.ts';
import { tooManySteps } from './refusals.ts';
import { whyNot } from './why-not.ts';

/**
 * Begins a case. `data` are facts known beforehand, besides the document's defaults (a sub-pathway
 * is handed some). Refused with `fact-unknown`, `fact-invalid` or `too-many-steps`.
 */
export function start(pathway: Pathway, circumstances: Circumstances, data: Facts = {}): Advanced {
  const refusal = examineData(pathway.document, data);
  if (refusal) return { ok: false, refusal };
  const { document, machine, tree } = compiled(pathway);
  const context = { case: data, participant: circumstances.participant };
  const nothing = { activities: {}, timers: {} };
  return attempt(() => {
    const step = takeFirstStep(machine, context);
    const consequence = follow(document, tree, nothing, step, circumstances);
    return { ...consequence, entry: entryOf({ type: 'start', data }, circumstances, step) };
  });
}

/**
 * What an event makes of a case: the next state, what must follow, and what the trace keeps
 * (without the answers that are private); or a refusal, and then nothing has changed.
 */
export function advance(
  pathway: Pathway,
  state: CaseState,
  event: CaseEvent,
  circumstances: Circumstances,
): Advanced {
  return happen(pathway, state, event, circumstances, false);
}

/** Lets an event from the trace happen again: as `advance`, but its answer is not checked anew. */
export function advanceAgain(
  pathway: Pathway,
  state: CaseState,
  event: CaseEvent,
  circumstances: Circumstances,
): Advanced {
  return happen(pathway, state, event, circumstances, true);
}

function happen(
  pathway: Pathway,
  state: CaseState,
  given: CaseEvent,
  circumstances: Circumstances,
  isTraced: boolean,
): Advanced {
  const examined = examine(pathway, state, given, circumstances, isTraced);
  if ('refusal' in examined) return { ok: false, refusal: examined.refusal };
  const { event } = examined;
  if ((event.type === 'done' || event.type === 'failed') && addedTask(state, event.activity)) {
    const entry = { event, circumstances, left: [], entered: [] };
    return { ok: true, state: withoutTask(state, event.activity), effects: [], entry };
  }
  const { document, machine, tree } = compiled(pathway);
  const before = whatRemains(state, event);
  return attempt(() => {
    const step = takeStep(machine, tree, before, circumstances.participant, event);
    if (!step) return whyNot(pathway, state, event, circumstances.participant);
    const consequence = follow(document, tree, before, step, circumstances);
    return { ...consequence, entry: entryOf(event, circumstances, step) };
  });
}

/** The state without what the event itself ends, or with the facts that it corrects. */
function whatRemains(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'action':
      return state;
    case 'done':
    case 'failed':
      return { ...state, activities: without(state.activities, event.activity) };
    case 'timer':
      return { ...state, timers: without(state.timers, event.timer) };
    case 'correct':
      return { ...state, data: corrected(state.data, event.data) };
  }
}

function corrected(data: Facts, changes: Readonly<Record<string, Facts[string] | null>>): Facts {
  const next: Record<string, Facts[string]> = { ...data };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  return next;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record;
  return rest;
}

function entryOf(event: Entry['event'], circumstances: Circumstances, step: Step): Entry {
  const stepsOf = (type: 'left' | 'entered') =>
    step.occurrences.flatMap((one) => (one.type === type ? [one.step] : []));
  return { event, circumstances, left: stepsOf('left'), entered: stepsOf('entered') };
}

function attempt(run: () => Omit<Extract<Advanced, { ok: true }>, 'ok'> | Refusal): Advanced {
  try {
    const result = run();
    return 'code' in result ? { ok: false, refusal: result } : { ok: true, ...result };
  } catch (error) {
    if (error instanceof TooManySteps) return { ok: false, refusal: tooManySteps() };
    throw error;
  }
}
