import {
  advance,
  type CaseEvent,
  type CaseState,
  type Circumstances,
  checkAnswer,
  type Pathway,
  presentSteps,
  splitAnswer,
} from '@percorso/engine';
import type { Acted } from '../contract/cases.ts';
import { type No, no } from '../http/problems.ts';
import { noOf } from '../http/refusals.ts';
import type { Server } from '../server.ts';
import { findActivityInput } from './activity-input.ts';
import { type Change, changeCase } from './change-case.ts';
import type { Decision } from './decision.ts';
import { effectRows } from './effect-rows.ts';
import type { LoadedCase } from './load-case.ts';
import { participantFacts } from './participant-facts.ts';
import { TIME_ZONE } from './time-zone.ts';

export interface Advance extends Omit<Change, 'decide'> {
  readonly event: CaseEvent;
  /** Why an activity is declined, in words; kept with the activity, never in the trace. */
  readonly declineReason?: string;
  /** Free text that comes along, by field name; kept apart from the trace. */
  readonly privateText?: Readonly<Record<string, string>>;
  /** The row of the activity that is meant: by its name alone a later one would be taken. */
  readonly onlyWhileOpen?: string;
  /** The sub-case whose end is told, for the same reason. */
  readonly onlyWhileSubCase?: string;
}

/** Takes one step of a case and writes what follows, or says why not. */
export function advanceCase(server: Server, request: Advance): Promise<Acted | No> {
  return changeCase(server, {
    ...request,
    decide: async (loaded, pathway, now) =>
      (await isOvertaken(server, request))
        ? no('activity-not-open')
        : decideStep(server, loaded, pathway, now, request),
  });
}

/**
 * Is the very activity that is meant no longer open? A step that was left and entered again opens a
 * new one of the same name. The revision guards what happens after this was asked.
 */
async function isOvertaken(server: Server, request: Advance): Promise<boolean> {
  const { onlyWhileOpen, onlyWhileSubCase } = request;
  if (onlyWhileOpen === undefined && onlyWhileSubCase === undefined) return false;
  const { rowCount } = await server.pool.query(
    `SELECT FROM activity WHERE case_id = $1 AND (id = $2 OR sub_case_id = $3)
       AND status IN ('open', 'accepted')`,
    [request.caseId, onlyWhileOpen ?? null, onlyWhileSubCase ?? null],
  );
  return rowCount === 0;
}

function decideStep(
  server: Server,
  loaded: LoadedCase,
  pathway: Pathway,
  now: Date,
  request: Advance,
): Decision | No {
  const { event } = request;
  if (loaded.status === 'done') return noOf(CASE_ENDED);
  const before = JSON.parse(loaded.snapshot) as CaseState;
  const circumstances = circumstancesOf(loaded, pathway, now);
  const advanced = advance(pathway, before, event, circumstances);
  const schema = formOf(pathway, before, event);
  const answer = 'answer' in event ? (event.answer ?? {}) : {};
  if (!advanced.ok) {
    const isAnswerWrong = advanced.refusal.code === 'answer-invalid' && schema;
    return noOf(advanced.refusal, isAnswerWrong ? checkAnswer(schema, answer) : undefined);
  }
  return {
    kind: event.type,
    facts: advanced.entry,
    entered: advanced.entry.entered,
    left: advanced.entry.left,
    privateAnswers: { ...(schema && splitAnswer(schema, answer).private), ...request.privateText },
    state: advanced.state,
    steps: presentSteps(pathway, advanced.state),
    rows: effectRows({
      caseId: loaded.id,
      parentCaseId: loaded.parentCaseId,
      before,
      after: advanced.state,
      event,
      effects: advanced.effects,
      ...(request.declineReason === undefined ? {} : { declineReason: request.declineReason }),
      newId: server.newId,
    }),
    // Nobody can be asked when a timer or a partner moves the case: then it waits its turn.
    acceptsWaiting: event.type !== 'action' || answer.acceptWaiting === true,
  };
}

/** What the engine may not find out by itself, of a case as it is now. */
export function circumstancesOf(loaded: LoadedCase, pathway: Pathway, now: Date): Circumstances {
  return {
    now: now.toISOString(),
    timeZone: TIME_ZONE,
    participant: participantFacts(loaded.facts, pathway.document.participant, now, TIME_ZONE),
  };
}

/** The form that an event's answer belongs to; a later version may have lost that of an added task. */
function formOf({ document }: Pathway, { adHoc }: CaseState, event: CaseEvent) {
  const form =
    event.type === 'action'
      ? document.actions[event.action]?.form
      : event.type === 'done'
        ? (adHoc?.[event.activity]?.form ?? activityForm(document, event.activity))
        : undefined;
  return form === undefined ? undefined : document.forms[form];
}

/** An activity that isn't declared is refused by the engine, in its own words. */
function activityForm(document: Pathway['document'], activity: string): string | undefined {
  return findActivityInput(document, activity)?.form;
}

const CASE_ENDED = {
  code: 'case-ended',
  reason: { it: 'Il caso è già concluso.', en: 'The case has already ended.' },
  unlock: [],
} as const;
