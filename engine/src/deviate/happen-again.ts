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
export type Stride = CaseEvent | Deviation;

export type Happened =
  | { readonly ok: true; readonly state: CaseState; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly refusal: Refusal | DeviationRefusal };

/** Lets a step from the trace happen again, without asking anew whether it should. */
export function happenAgain(
  pathway: Pathway,
  state: CaseState,
  stride: Stride,
  circumstances: Circumstances,
): Happened {
  return isDeviation(stride)
    ? deviateAgain(pathway, state, stride, circumstances)
    : advanceAgain(pathway, state, stride, circumstances);
}

export function isStride(event: Entry['event']): event is Stride {
  return !['start', 'migrate', 'take-back', 'undo'].includes(event.type);
}

function isDeviation(stride: Stride): stride is Deviation {
  return (DEVIATION_KINDS as readonly string[]).includes(stride.type);
}
