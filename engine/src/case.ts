/** What the engine says about one case: all of it plain JSON, so that it can be stored and sent. */
import type { AdHocTask, Deviation, UndoEvent } from './deviate/deviation.ts';
import type {
  ActivityInput,
  ActivityKind,
  Facts,
  FactValue,
  Outcome,
  PathwayDocument,
  Role,
  Words,
} from './document.ts';
import type { Passage } from './migrate/passage.ts';

/** XState's state value: where the machine is. */
export type StateValue = string | { readonly [key: string]: StateValue };

/** Where a case is now. This is the snapshot that is stored; it has no personal data. */
export interface CaseState {
  readonly status: 'active' | 'done';
  readonly value: StateValue;
  /** What history nodes remember: state node ids by history node id. */
  readonly history: Readonly<Record<string, readonly string[]>>;
  /** The case's facts. */
  readonly data: Facts;
  /** Open activities by id, with the kind of each. */
  readonly activities: Readonly<Record<string, ActivityKind>>;
  /** Open tasks that a case manager added, by id (`ad-hoc/<n>`); absent where there are none. */
  readonly adHoc?: Readonly<Record<string, AdHocTask>>;
  /** Running timers by id: the instant (ISO 8601, UTC) at which each is due. */
  readonly timers: Readonly<Record<string, string>>;
  /** Set when `status` is `done`. */
  readonly outcome?: Outcome;
}

/** What an event brings along: the fields of a form by name. */
export type Answer = Readonly<Record<string, FactValue>>;

export const FAILURES = ['declined', 'cancelled', 'expired', 'unreachable'] as const;
export type Failure = (typeof FAILURES)[number];

/** What can happen to a case. Only `action` comes from a person outside. */
export type CaseEvent =
  | { readonly type: 'action'; readonly action: string; readonly answer?: Answer }
  | { readonly type: 'done'; readonly activity: string; readonly answer?: Answer }
  | { readonly type: 'failed'; readonly activity: string; readonly reason: Failure }
  | { readonly type: 'timer'; readonly timer: string }
  | { readonly type: 'correct'; readonly data: Readonly<Record<string, FactValue | null>> };

/** What the engine may not find out by itself. */
export interface Circumstances {
  /** The instant, ISO 8601 in UTC (`2026-11-21T09:30:00.000Z`). */
  readonly now: string;
  /** IANA name, for calendar-true durations. */
  readonly timeZone: string;
  /** The participant's facts, derived (an age, not a birth date). */
  readonly participant: Facts;
}

/** What must follow from a step. The server turns each into rows; the order is meaningful. */
export type Effect =
  | {
      readonly type: 'open-activity';
      readonly activity: string;
      readonly kind: ActivityKind;
      readonly step: string;
      readonly input: ActivityInput;
      /** The input's `{fact}` references, resolved: `edition`, `at`, `place`, `organisation`. */
      readonly resolved: Facts;
      /** Case facts for a sub-pathway (kind `pathway`). */
      readonly data?: Facts;
      /** Of an added task: the id of its label, a private text. */
      readonly text?: string;
      /** ISO instant computed from `input.due`. */
      readonly dueAt?: string;
    }
  | { readonly type: 'withdraw-activity'; readonly activity: string }
  | {
      readonly type: 'set-timer';
      readonly timer: string;
      readonly step: string;
      readonly duration: string;
      readonly dueAt: string;
    }
  | { readonly type: 'clear-timer'; readonly timer: string }
  | { readonly type: 'message'; readonly message: string }
  | { readonly type: 'end'; readonly outcome: Outcome };

/** The case goes over to another version (their numbers); without a passage just as it is. */
export interface MigrateEvent {
  readonly type: 'migrate';
  readonly from: number;
  readonly to: number;
  readonly passage?: Passage;
}

/** The last migration is undone: back to the version and to the state before it. */
export interface TakeBackEvent {
  readonly type: 'take-back';
  readonly from: number;
  readonly to: number;
}

/** What the trace keeps of one step. With the documents it is all that a replay needs. */
export interface Entry {
  readonly event:
    | CaseEvent
    | { readonly type: 'start'; readonly data: Facts }
    | Deviation
    | UndoEvent
    | MigrateEvent
    | TakeBackEvent;
  readonly circumstances: Circumstances;
  readonly left: readonly string[];
  readonly entered: readonly string[];
  /** Of a deviation and of an undoing: the innermost steps at which the case was. */
  readonly at?: readonly string[];
}

/** An expected "no": a value with a code, its reason in words, and what would change it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly reason: Words;
  readonly unlock: readonly Unlock[];
  /** Where the fault is, such as `answer.attendance`. */
  readonly path?: string;
}

export const REFUSAL_CODES = [
  'case-ended',
  'action-unknown',
  'action-not-open-here',
  'rule-says-no',
  'answer-invalid',
  'activity-not-open',
  'timer-not-running',
  'timer-not-due',
  'fact-unknown',
  'fact-invalid',
  'too-many-steps',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One thing that would change the answer, and the action that would bring it about, if any. */
export interface Unlock {
  readonly words: Words;
  readonly fact: string;
  readonly action?: string;
}

export type Advanced =
  | {
      readonly ok: true;
      readonly state: CaseState;
      readonly effects: readonly Effect[];
      readonly entry: Entry;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** One of the next possible actions, or one that is refused now, with the reason. */
export interface Possibility {
  readonly action: string;
  readonly label: Words;
  readonly help?: Words;
  readonly form?: string;
  readonly roles: readonly Role[];
  readonly emphasis: 'primary' | 'normal' | 'quiet' | 'final';
  /** The steps that it would enter (the first allowed branch; several when the answer decides). */
  readonly leadsTo: readonly string[];
  /** `depends`: the answer of its form decides. */
  readonly verdict: 'yes' | 'no' | 'depends';
  readonly refusal?: Refusal;
}

/** A document made ready to run. Opaque: build with `compile`, keep by version. */
export interface Pathway {
  readonly document: PathwayDocument;
  /** Every step's key, in the order of the document, with the keys of the steps around it. */
  readonly steps: Readonly<Record<string, { readonly parents: readonly string[] }>>;
}
