import type { CaseState, Circumstances, Effect, Entry, Pathway } from '../case.ts';
import type { Words } from '../document.ts';
import { TooManySteps } from '../machine-step.ts';
import { prospectsOf } from '../migrate/prospects.ts';
import { compiled, innermostSteps, presentSteps } from '../pathway.ts';
import { tooManySteps } from '../refusals.ts';
import { sortedJson } from '../sorted-json.ts';
import { openTask, withoutTask, withTask } from './ad-hoc.ts';
import { changesBetween } from './changes-between.ts';
import type { Deviated, Deviation, DeviationRefusal, Move } from './deviation.ts';
import { examineDeviation } from './examine-deviation.ts';
import { jump } from './jump.ts';
import { alreadyThere, neverBeenThere, noOutcome, noPlaceToStay, wouldEnd } from './refusals.ts';
import { visitedSteps } from './standing.ts';

export interface DeviationOptions {
  /** What the trace holds: needed to go back. */
  readonly entries?: readonly Entry[];
  /** What added tasks are called, by id, for the sentences. */
  readonly labels?: Readonly<Record<string, Words>>;
}

/**
 * Somebody waits for the answer, and others with them: a tenth of what a check looks at, and five
 * times what any pathway of the programme has. What is not found out is allowed.
 */
const LOOKED_AT_MAX = 2000;

type Done = Omit<Extract<Deviated, { ok: true }>, 'changes'>;
type Refused = Extract<Deviated, { ok: false }>;

/**
 * What a deviation makes of a case: the next state, what must follow, the entry that the trace
 * keeps, and what changes, in sentences (to show it beforehand, call it and store nothing). A step
 * is entered as the machine would enter it, with its entry effects; the effects of ways are not
 * run. Refused, with nothing changed, where the case could not stay there, where it would end, or
 * where no outcome could be reached from there with its facts.
 */
export function deviate(
  pathway: Pathway,
  state: CaseState,
  deviation: Deviation,
  circumstances: Circumstances,
  { entries = [], labels = {} }: DeviationOptions = {},
): Deviated {
  const done = permitted(pathway, state, deviation, circumstances, entries);
  if (!done.ok) return done;
  const setting = { pathway, circumstances, labels };
  return { ...done, changes: changesBetween(setting, state, done.state, done.effects) };
}

/** As `deviate`, without telling what changes. */
export function permitted(
  pathway: Pathway,
  state: CaseState,
  deviation: Deviation,
  circumstances: Circumstances,
  entries: readonly Entry[],
): Done | Refused {
  const done = deviateAgain(pathway, state, deviation, circumstances);
  if (!done.ok || !('to' in deviation)) return done;
  if (deviation.type === 'go-back' && !visitedSteps(pathway, entries).includes(deviation.to))
    return refused(neverBeenThere(pathway.document, deviation.to));
  const fault = faultOf(pathway, deviation, state, done);
  return fault ? refused(fault) : done;
}

/** A deviation from the trace happens again: it is not asked anew whether it should. */
export function deviateAgain(
  pathway: Pathway,
  state: CaseState,
  deviation: Deviation,
  circumstances: Circumstances,
): Done | Refused {
  const refusal = examineDeviation(pathway, state, deviation);
  if (refusal) return refused(refusal);
  const at = innermostSteps(pathway, state);
  const beside = { event: deviation, circumstances, left: [], entered: [], at };
  switch (deviation.type) {
    case 'add-task': {
      const { activity, task } = deviation;
      const effects = [openTask(pathway.document, activity, task)];
      return { ok: true, state: withTask(state, activity, task), effects, entry: beside };
    }
    case 'withdraw-task': {
      const { activity } = deviation;
      const effects: Effect[] = [{ type: 'withdraw-activity', activity }];
      return { ok: true, state: withoutTask(state, activity), effects, entry: beside };
    }
    default:
      return moved(pathway, state, deviation, circumstances);
  }
}

function moved(
  pathway: Pathway,
  state: CaseState,
  move: Move,
  circumstances: Circumstances,
): Done | Refused {
  const { tree } = compiled(pathway);
  const to = tree.steps.get(move.to)!;
  const from = move.type === 'skip' ? tree.steps.get(move.from) : undefined;
  try {
    const { step, consequence } = jump(pathway, state, to, from, circumstances);
    const keys = (type: 'left' | 'entered') =>
      step.occurrences.flatMap((one) => (one.type === type ? [one.step] : []));
    const at = innermostSteps(pathway, state);
    const [left, entered] = [keys('left'), keys('entered')];
    return { ok: true, ...consequence, entry: { event: move, circumstances, left, entered, at } };
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    return refused({ code: 'too-many-steps', reason: tooManySteps().reason });
  }
}

/** Why the case may not be where the move leads. */
function faultOf(
  pathway: Pathway,
  move: Move,
  before: CaseState,
  { state, entry }: Done,
): DeviationRefusal | undefined {
  const { document } = pathway;
  if (state.status === 'done') return wouldEnd(document, move.to);
  const isIdle = entry.entered.length === 0 && sortedJson(before) === sortedJson(state);
  if (isIdle) return alreadyThere(document, move.to);
  // Along an arrow, what follows by itself is what is wanted: a stage ends, and the next begins.
  if (move.type !== 'skip' && !presentSteps(pathway, state).includes(move.to))
    return noPlaceToStay(document, move.to, innermostSteps(pathway, state));
  const isDoomed = prospectsOf(pathway, LOOKED_AT_MAX).leadsToOutcome(state) === 'no';
  return isDoomed ? noOutcome(document, move.to) : undefined;
}

function refused(refusal: DeviationRefusal): Refused {
  return { ok: false, refusal };
}
