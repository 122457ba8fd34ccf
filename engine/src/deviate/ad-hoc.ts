/** Tasks that a case manager adds to one case. They live beside the machine, which never asks. */
import type { CaseState, Effect } from '../case.ts';
import type { ActivityKind, PathwayDocument, Words } from '../document.ts';
import type { AdHocTask } from './deviation.ts';

/** What an added task is called where its own label, a private text, is not at hand. */
export const ADDED_TASK: Words = { it: 'Compito aggiunto', en: 'Added task' };

export function addedTask(state: Pick<CaseState, 'adHoc'>, id: string): AdHocTask | undefined {
  return state.adHoc && Object.hasOwn(state.adHoc, id) ? state.adHoc[id] : undefined;
}

/** All that is open, added tasks too: the kind of each by id. */
export function openActivities(
  state: Pick<CaseState, 'activities' | 'adHoc'>,
): Readonly<Record<string, ActivityKind>> {
  const added = Object.keys(state.adHoc ?? {}).map((id) => [id, 'task'] as const);
  return { ...state.activities, ...Object.fromEntries(added) };
}

export function withTask(state: CaseState, id: string, task: AdHocTask): CaseState {
  return { ...state, adHoc: { ...state.adHoc, [id]: task } };
}

/** A case without added tasks has no list of them, as before there could be any. */
export function withoutTask({ adHoc, ...state }: CaseState, id: string): CaseState {
  const { [id]: _, ...rest } = adHoc ?? {};
  return Object.keys(rest).length > 0 ? { ...state, adHoc: rest } : state;
}

/** As of an activity that the whole pathway invokes; the server puts in the label. */
export function openTask({ machine }: PathwayDocument, id: string, task: AdHocTask): Effect {
  const { text, assignee, dueAt, form } = task;
  return {
    type: 'open-activity',
    activity: id,
    kind: 'task',
    step: machine.id,
    input: { label: ADDED_TASK, assignee, ...(form !== undefined && { form }) },
    resolved: 'organisation' in assignee ? { organisation: assignee.organisation } : {},
    text,
    ...(dueAt !== undefined && { dueAt }),
  };
}

export function withdrawTasks({ adHoc }: Pick<CaseState, 'adHoc'>): Effect[] {
  return Object.keys(adHoc ?? {}).map((activity) => ({ type: 'withdraw-activity', activity }));
}
