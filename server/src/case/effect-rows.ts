import {
  type CaseEvent,
  type CaseState,
  type Effect,
  type Entry,
  type Facts,
  type Outcome,
  openActivities,
  type Words,
} from '@percorso/engine';
import type { ClosedActivity, JobRow, OpenedActivity, RevisedActivity } from './case-write.ts';

type OpenEffect = Extract<Effect, { type: 'open-activity' }>;

/** A sub-pathway to be begun with the activity that waits for it. */
export interface SubCaseStart {
  readonly activity: OpenedActivity;
  readonly pathway: string;
  readonly data: Facts;
}

/** What a step's effects ask to be written. */
export interface EffectRows {
  readonly closed: readonly ClosedActivity[];
  readonly opened: readonly OpenedActivity[];
  /** Only where a case goes over to another version. */
  readonly revised: readonly RevisedActivity[];
  readonly timersSet: readonly { timer: string; step: string; dueAt: string }[];
  readonly timersCleared: readonly string[];
  readonly jobs: readonly JobRow[];
  readonly messages: readonly string[];
  readonly outcome: Outcome | null;
  /** Begun in the same transaction; their activities' `subCaseId` is the new case's id. */
  readonly subCases: readonly SubCaseStart[];
  /** Do seats or sub-cases change too? Then one statement is not enough. */
  readonly needsTransaction: boolean;
}

export const NO_EFFECT: EffectRows = {
  closed: [],
  opened: [],
  revised: [],
  timersSet: [],
  timersCleared: [],
  jobs: [],
  messages: [],
  outcome: null,
  subCases: [],
  needsTransaction: false,
};

/** What is open and what runs. */
export type Books = Pick<CaseState, 'activities' | 'adHoc' | 'timers'>;

export interface StepOfCase {
  readonly caseId: string;
  readonly parentCaseId: string | null;
  readonly before: Books;
  readonly after: Books;
  readonly event: CaseEvent | { readonly type: Exclude<Entry['event']['type'], CaseEvent['type']> };
  readonly effects: readonly Effect[];
  /** What added tasks that are opened are called, by the id of the text. */
  readonly labels?: Readonly<Record<string, Words>>;
  /** Why an activity failed, in the words of who declined it. */
  readonly declineReason?: string;
  readonly newId: () => string;
}

/**
 * Effects as rows. What was open and running is compared before and after, so that an activity
 * that is left and entered again in one step ends as one closed row and one open row.
 */
export function effectRows(step: StepOfCase): EffectRows {
  const [had, has] = [openActivities(step.before), openActivities(step.after)];
  const opening = lastById(step.effects, 'open-activity', (effect) => effect.activity).filter(
    (effect) => Object.hasOwn(has, effect.activity),
  );
  const opened = opening.map((effect) => openedActivity(effect, step));
  const closed = closedActivities(step, new Set(opening.map(({ activity }) => activity)));
  const timersSet = lastById(step.effects, 'set-timer', (effect) => effect.timer)
    .filter(({ timer }) => Object.hasOwn(step.after.timers, timer))
    .map(({ timer, step: at, dueAt }) => ({ timer, step: at, dueAt }));
  const hasSeatOrChild = [
    ...opening.map(({ kind }) => kind),
    ...closed.map(({ activity }) => had[activity]),
  ].some((kind) => kind === 'enrolment' || kind === 'pathway');
  return {
    closed,
    opened,
    revised: [],
    timersSet,
    timersCleared: Object.keys(step.before.timers).filter(
      (timer) => !Object.hasOwn(step.after.timers, timer),
    ),
    jobs: [
      ...timersSet.map((timer) => timerJob(step.caseId, timer)),
      ...opening.flatMap((effect, index) => serviceJob(effect, opened[index]!)),
      ...endJobs(step),
    ],
    messages: step.effects.flatMap((effect) => (effect.type === 'message' ? effect.message : [])),
    outcome: step.effects.find((effect) => effect.type === 'end')?.outcome ?? null,
    subCases: opening.flatMap((effect, index) => subCaseOf(effect, opened[index]!)),
    needsTransaction: hasSeatOrChild,
  };
}

function lastById<T extends Effect['type']>(
  effects: readonly Effect[],
  type: T,
  idOf: (effect: Extract<Effect, { type: T }>) => string,
): Extract<Effect, { type: T }>[] {
  const byId = new Map<string, Extract<Effect, { type: T }>>();
  for (const effect of effects) {
    if (effect.type !== type) continue;
    const ours = effect as Extract<Effect, { type: T }>;
    byId.set(idOf(ours), ours);
  }
  return [...byId.values()];
}

function closedActivities(step: StepOfCase, reopened: ReadonlySet<string>): ClosedActivity[] {
  const has = openActivities(step.after);
  return Object.keys(openActivities(step.before))
    .filter((id) => !Object.hasOwn(has, id) || reopened.has(id))
    .map((activity) => ({
      activity,
      status: closingStatus(step.event, activity),
      declineReason:
        (step.event.type === 'failed' && step.event.activity === activity
          ? step.declineReason
          : null) ?? null,
    }));
}

function closingStatus(event: StepOfCase['event'], activity: string): ClosedActivity['status'] {
  if (event.type === 'done' && event.activity === activity) return 'completed';
  if (event.type === 'failed' && event.activity === activity) {
    return event.reason === 'declined' ? 'declined' : 'failed';
  }
  return 'withdrawn';
}

/** The label of an added task is a text of its own, and its id is that of the activity's row. */
function openedActivity(
  effect: OpenEffect,
  { newId, labels = {} }: Pick<StepOfCase, 'newId' | 'labels'>,
): OpenedActivity {
  const { input, resolved, text: textId } = effect;
  const text = (name: string) => (typeof resolved[name] === 'string' ? resolved[name] : null);
  const assignee = input.assignee;
  const organisation = text('organisation');
  const isOurs = effect.kind === 'task' || effect.kind === 'appointment';
  return {
    id: textId ?? newId(),
    activity: effect.activity,
    kind: effect.kind,
    step: effect.step,
    role:
      assignee && 'role' in assignee
        ? assignee.role
        : organisation === null && isOurs
          ? 'case-manager'
          : null,
    organisationId: organisation,
    label: (textId && labels[textId]) || input.label,
    help: input.help ?? null,
    form: input.form ?? null,
    editionId: text('edition'),
    dueAt: effect.dueAt ?? null,
    appointmentAt: text('at'),
    appointmentPlace: text('place'),
    subCaseId: effect.kind === 'pathway' ? newId() : null,
  };
}

/** Fires by itself at the due time; setting the timer again moves the job. */
function timerJob(caseId: string, { timer, dueAt }: { timer: string; dueAt: string }): JobRow {
  return {
    task: 'fire-timer',
    payload: { caseId, timer },
    runAt: dueAt,
    key: `timer:${caseId}:${timer}`,
  };
}

function serviceJob(effect: OpenEffect, opened: OpenedActivity): JobRow[] {
  if (effect.kind !== 'service') return [];
  const payload = { activityId: opened.id, service: effect.input.service ?? '' };
  return [{ task: 'call-service', payload, runAt: null, key: `service:${opened.id}` }];
}

/** The case around a sub-case learns of its end by a job of the same transaction. */
function endJobs(step: StepOfCase): JobRow[] {
  const hasEnded = step.effects.some((effect) => effect.type === 'end');
  if (!hasEnded || step.parentCaseId === null) return [];
  const payload = { caseId: step.caseId };
  return [{ task: 'sub-case-ended', payload, runAt: null, key: `sub-case-ended:${step.caseId}` }];
}

function subCaseOf(effect: OpenEffect, activity: OpenedActivity): SubCaseStart[] {
  if (effect.kind !== 'pathway' || !effect.input.pathway) return [];
  return [{ activity, pathway: effect.input.pathway, data: effect.data ?? {} }];
}
