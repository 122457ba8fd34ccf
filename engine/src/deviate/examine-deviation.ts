import type { CaseState, Pathway } from '../case.ts';
import { instantOf } from '../instant.ts';
import { compiled, presentNodes } from '../pathway.ts';
import { caseEnded } from '../refusals.ts';
import { addedTask } from './ad-hoc.ts';
import type { Deviation, DeviationRefusal } from './deviation.ts';
import {
  noWayThere,
  reasonMissing,
  stepNotPresent,
  stepUnknown,
  taskInvalid,
  taskKnown,
  taskNotOpen,
} from './refusals.ts';
import { stepsAfter } from './ways.ts';

/** Ids of private texts; what people wrote themselves has no place here. */
const TEXT_ID = /^[\w-]{1,64}$/;
const TASK_ID = /^ad-hoc\/[1-9]\d{0,8}$/;

/** Asks what can be asked of a deviation before anything is moved. */
export function examineDeviation(
  pathway: Pathway,
  state: CaseState,
  deviation: Deviation,
): DeviationRefusal | undefined {
  if (!isTextId(deviation.reason)) return reasonMissing();
  if (state.status === 'done') return { code: 'case-ended', reason: caseEnded().reason };
  switch (deviation.type) {
    case 'skip':
      return examineSkip(pathway, state, deviation);
    case 'go-back':
    case 'go-to':
      return compiled(pathway).tree.steps.has(deviation.to)
        ? undefined
        : stepUnknown(deviation.to, 'to');
    case 'add-task':
      return examineTask(pathway, state, deviation);
    case 'withdraw-task':
      return addedTask(state, deviation.activity) ? undefined : taskNotOpen();
  }
}

export function isTextId(text: string): boolean {
  return TEXT_ID.test(text);
}

function examineSkip(
  pathway: Pathway,
  state: CaseState,
  { from, to }: Extract<Deviation, { type: 'skip' }>,
): DeviationRefusal | undefined {
  const { document, tree } = compiled(pathway);
  const [source, target] = [tree.steps.get(from), tree.steps.get(to)];
  if (!source) return stepUnknown(from, 'from');
  if (!target) return stepUnknown(to, 'to');
  if (!presentNodes(pathway, state).includes(source)) return stepNotPresent(document, from);
  const after = stepsAfter(tree, source);
  if (after.includes(target)) return undefined;
  return noWayThere(
    document,
    from,
    to,
    after.map(({ key }) => key),
  );
}

function examineTask(
  { document }: Pathway,
  state: CaseState,
  { activity, task }: Extract<Deviation, { type: 'add-task' }>,
): DeviationRefusal | undefined {
  const { text, form, dueAt } = task;
  if (!TASK_ID.test(activity))
    return taskInvalid(
      'activity',
      'Il numero del compito non è valido.',
      'The task’s number isn’t valid.',
    );
  if (addedTask(state, activity)) return taskKnown();
  if (!isTextId(text))
    return taskInvalid(
      'task.text',
      'Manca che cosa c’è da fare.',
      'What is to be done is missing.',
    );
  if (form !== undefined && !Object.hasOwn(document.forms, form))
    return taskInvalid(
      'task.form',
      'Questo percorso non ha il modulo scelto.',
      'This pathway doesn’t have the chosen form.',
    );
  if (dueAt !== undefined && instantOf(dueAt) === undefined)
    return taskInvalid('task.dueAt', 'La scadenza non è una data.', 'The due date is no date.');
  return undefined;
}
