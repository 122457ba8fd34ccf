import { advanceAgain } from '../advance.ts';
import type {
  CaseEvent,
  CaseState,
  Circumstances,
  Effect,
  Entry,
  Pathway,
  Refusal,
} from '../case.ts';
import { deviateAgain } from './deviate.ts';
import { DEVIATION_KINDS, type Deviation, type DeviationRefusal } from './deviation.ts';

/** What a replay takes as a step of the case's own version. */
export type Replayable = CaseEvent | Deviation;

export type Happened =
  | { readonly ok: true; readonly state: CaseState; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly refusal: Refusal | DeviationRefusal };

/** Lets a step from the trace happen again, without asking anew whether it should. */
export function happenAgain(
  pathway: Pathway,
  state: CaseState,
  event: Replayable,
  circumstances: Circumstances,
): Happened {
  return isDeviation(event)
    ? deviateAgain(pathway, state, event, circumstances)
    : advanceAgain(pathway, state, event, circumstances);
}

export function isReplayable(event: Entry['event']): event is Replayable {
  return !['start', 'migrate', 'take-back', 'undo'].includes(event.type);
}

function isDeviation(event: Replayable): event is Deviation {
  return (DEVIATION_KINDS as readonly string[]).includes(event.type);
}
