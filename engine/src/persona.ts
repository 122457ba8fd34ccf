/**
 * A persona: an invented youth (or group) with the walk that is expected of them. The files in
 * `definitions/<pathway>/personas/*.json` have this shape; tests and demonstrations walk them.
 */
import type { CaseEvent, RefusalCode } from './case.ts';
import type { Facts, Outcome, Words } from './document.ts';

export interface Persona {
  /** The file's name without `.json`. */
  readonly id: string;
  /** An invented first name, or the group's name. */
  readonly name: string;
  /** Who this is and what they look for. */
  readonly profile: Words;
  /** The id of the pathway that is walked. */
  readonly pathway: string;
  /** The participant's facts at the start, by bare name (`age`, `situation`, …). */
  readonly participant: Facts;
  /** Facts of the case at the start, besides the document's defaults; of a sub-pathway's case. */
  readonly data?: Facts;
  /** The instant of the start, ISO 8601 in UTC. */
  readonly start: string;
  readonly walk: readonly Stride[];
  /** How the case ends; absent when the walk stops on the way. */
  readonly outcome?: Outcome;
  /** What this walk proves, in a sentence. */
  readonly says: Words;
}

/** One thing that happens on the walk, and where the case is afterwards. */
export interface Stride {
  /** ISO 8601 duration since the stride before (or the start); absent: the same instant. */
  readonly after?: string;
  readonly do: Happening;
  /** The innermost present steps afterwards, in any order; absent: not compared. */
  readonly steps?: readonly string[];
}

/**
 * An event of the case, a change of the participant's facts (a case manager is assigned, a
 * birthday; null forgets), or an event that must be refused with this code. A timer is named
 * `<step>/<ISO 8601 duration>`, such as `convened/P14D`.
 */
export type Happening =
  | CaseEvent
  | {
      readonly type: 'participant';
      readonly facts: Readonly<Record<string, Facts[string] | null>>;
    }
  | { readonly type: 'refused'; readonly event: CaseEvent; readonly code: RefusalCode };
