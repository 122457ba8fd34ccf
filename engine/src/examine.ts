import type { CaseEvent, CaseState, Circumstances, Pathway, Refusal } from './case.ts';
import { ADDED_TASK, addedTask, openActivities } from './deviate/ad-hoc.ts';
import type { FactValue, PathwayDocument, Words } from './document.ts';
import { checkAnswer } from './forms/check-answer.ts';
import { splitAnswer } from './forms/split-answer.ts';
import { compiled, presentNodes } from './pathway.ts';
import {
  actionNotOpenHere,
  actionUnknown,
  activityNotOpen,
  answerInvalid,
  answerNotAsked,
  caseEnded,
  factInvalid,
  factUnknown,
  timerNotDue,
  timerNotRunning,
} from './refusals.ts';

/** The event as the trace may keep it, or why not. */
export type Examined<Event extends CaseEvent = CaseEvent> =
  | { readonly event: Event }
  | { readonly refusal: Refusal };

/**
 * Asks everything that can be asked before the machine runs: does it exist, is it open here and
 * now, is the answer valid. An event from the trace had its answer checked when it was given, and
 * has lost what is private: its answer is not asked again.
 */
export function examine(
  pathway: Pathway,
  state: CaseState,
  event: CaseEvent,
  circumstances: Circumstances,
  isTraced: boolean,
): Examined {
  if (event.type === 'action' && !Object.hasOwn(pathway.document.actions, event.action))
    return { refusal: actionUnknown(event.action) };
  if (state.status === 'done') return { refusal: caseEnded() };
  switch (event.type) {
    case 'action':
      return examineAction(pathway, state, event, isTraced);
    case 'done':
      return examineDone(pathway, state, event, isTraced);
    case 'failed':
      return Object.hasOwn(openActivities(state), event.activity)
        ? { event }
        : { refusal: activityNotOpen(labelOf(pathway, event.activity)) };
    case 'timer':
      return examineTimer(state, event, circumstances);
    case 'correct': {
      const refusal = examineData(pathway.document, event.data);
      return refusal ? { refusal } : { event };
    }
  }
}

/** Whether facts fit the case's schema; null forgets a fact. */
export function examineData(
  document: PathwayDocument,
  data: Readonly<Record<string, FactValue | null>>,
): Refusal | undefined {
  const { properties } = document.data;
  const unknown = Object.keys(data).find((name) => !Object.hasOwn(properties, name));
  if (unknown !== undefined) return factUnknown(unknown);
  const known = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  const fault = checkAnswer({ type: 'object', properties }, known)[0];
  return fault && factInvalid(fault);
}

type Event<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;

function examineAction(
  pathway: Pathway,
  state: CaseState,
  event: Event<'action'>,
  isTraced: boolean,
): Examined {
  const { document } = pathway;
  const { root, openAt } = compiled(pathway).tree;
  const { action } = event;
  const isOpen = [root, ...presentNodes(pathway, state)].some((step) => step.actions.has(action));
  if (!isOpen) return { refusal: actionNotOpenHere(document, action, openAt.get(action) ?? []) };
  return isTraced ? { event } : answered(document, document.actions[action]!.form, event);
}

function examineDone(
  pathway: Pathway,
  state: CaseState,
  event: Event<'done'>,
  isTraced: boolean,
): Examined {
  const { activity } = event;
  const added = addedTask(state, activity);
  if (!added && !Object.hasOwn(state.activities, activity))
    return { refusal: activityNotOpen(labelOf(pathway, activity)) };
  if (isTraced) return { event };
  const { form } = added ?? compiled(pathway).tree.activities.get(activity)!.input;
  // A later version may no longer have the form that was chosen for an added task.
  const isThere = form !== undefined && Object.hasOwn(pathway.document.forms, form);
  return answered(pathway.document, isThere ? form : undefined, event);
}

function labelOf(pathway: Pathway, activity: string): Words {
  const declared = compiled(pathway).tree.activities.get(activity);
  if (activity.startsWith('ad-hoc/')) return ADDED_TASK;
  return declared?.input.label ?? { it: activity, en: activity };
}

function examineTimer(
  state: CaseState,
  event: Event<'timer'>,
  circumstances: Circumstances,
): Examined {
  if (!Object.hasOwn(state.timers, event.timer)) return { refusal: timerNotRunning() };
  const dueAt = state.timers[event.timer]!;
  return Date.parse(circumstances.now) < Date.parse(dueAt)
    ? { refusal: timerNotDue(dueAt, circumstances.timeZone) }
    : { event };
}

/** The event with the part of its answer that may be traced, if the answer is valid. */
function answered(
  document: PathwayDocument,
  form: string | undefined,
  event: Event<'action' | 'done'>,
): Examined {
  const { answer = {}, ...bare } = event;
  if (form === undefined) {
    const field = Object.keys(answer)[0];
    return field === undefined ? { event: bare } : { refusal: answerNotAsked(field) };
  }
  const schema = document.forms[form]!;
  const fault = checkAnswer(schema, answer)[0];
  if (fault) return { refusal: answerInvalid(fault) };
  const { traced } = splitAnswer(schema, answer);
  return { event: Object.keys(traced).length > 0 ? { ...bare, answer: traced } : bare };
}
