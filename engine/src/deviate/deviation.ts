/** Changes for one youth: what a case manager does beside what the pathway draws. */
import type { CaseState, Effect, Entry, RefusalCode } from '../case.ts';
import type { Role, Words } from '../document.ts';

/** A task beside the machine: no step waits for it, and it survives every step. */
export interface AdHocTask {
  /** Id of its label: free text, which is private and stays on the server. */
  readonly text: string;
  readonly assignee: { readonly role: Role } | { readonly organisation: string };
  /** ISO 8601, UTC. */
  readonly dueAt?: string;
  /** A form of the document, filled in when the task is done. */
  readonly form?: string;
}

interface Reasoned {
  /** Id of the reason: free text, which is private and stays on the server. */
  readonly reason: string;
}

/** Moves against the arrows, or along them without asking their rules. */
export type Move = Reasoned &
  (
    | { readonly type: 'skip'; readonly from: string; readonly to: string }
    | { readonly type: 'go-back'; readonly to: string }
    | { readonly type: 'go-to'; readonly to: string }
  );

export type Deviation =
  | Move
  /** `activity` is `ad-hoc/<n>`, a number that the case has not had. */
  | (Reasoned & { readonly type: 'add-task'; readonly activity: string; readonly task: AdHocTask })
  | (Reasoned & { readonly type: 'withdraw-task'; readonly activity: string });

/** The last entry that still holds, number `of` from 0 among the entries, is undone. */
export interface UndoEvent extends Reasoned {
  readonly type: 'undo';
  readonly of: number;
}

export const DEVIATION_KINDS = [
  'skip',
  'go-back',
  'go-to',
  'add-task',
  'withdraw-task',
  'undo',
] as const;
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

/** One consequence, as a sentence to be read before it happens. */
export interface DeviationChange {
  readonly about: 'steps' | 'activity' | 'seat' | 'deadline' | 'fact' | 'message' | 'end';
  readonly words: Words;
}

export type Deviated =
  | {
      readonly ok: true;
      readonly state: CaseState;
      readonly effects: readonly Effect[];
      readonly entry: Entry;
      readonly changes: readonly DeviationChange[];
    }
  | { readonly ok: false; readonly refusal: DeviationRefusal };

export const DEVIATION_REFUSAL_CODES = [
  'reason-missing',
  'step-unknown',
  'step-not-present',
  'no-way-there',
  'never-been-there',
  'no-place-to-stay',
  'would-end',
  'no-outcome',
  'already-there',
  'task-invalid',
  'task-known',
  'nothing-to-undo',
  'undo-migration',
  'undo-timer',
  'undo-partner',
  'undo-elsewhere',
] as const;
export type DeviationRefusalCode = (typeof DEVIATION_REFUSAL_CODES)[number];

export interface DeviationRefusal {
  readonly code:
    | DeviationRefusalCode
    | Extract<RefusalCode, 'case-ended' | 'too-many-steps' | 'activity-not-open'>;
  readonly reason: Words;
  /** What would change it, if anything would. */
  readonly unlock?: Words;
  /** Where the fault is, such as `task.form`. */
  readonly path?: string;
}
