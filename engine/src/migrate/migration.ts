/** What a new version of its pathway means for a case. */
import type { CaseState, Effect } from '../case.ts';
import type { ActivityKind, Words } from '../document.ts';
import type { Passage } from './passage.ts';

/** Something that somebody has to do, or a seat that somebody has (kind `enrolment`). */
export interface Obligation {
  readonly activity: string;
  readonly kind: ActivityKind;
  readonly label: Words;
}

/** When something happens by itself at a step. */
export interface Deadline {
  readonly step: string;
  readonly duration: string;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
}

/** What a case gains and loses besides its steps. */
export interface Changes {
  readonly activitiesOpened: readonly Obligation[];
  /** Nothing that was open ends without being listed here. */
  readonly activitiesWithdrawn: readonly Obligation[];
  readonly activitiesKept: readonly Obligation[];
  /** Of those kept: what the new version describes otherwise or has at another step. */
  readonly activitiesRevised: readonly string[];
  readonly timersSet: readonly Deadline[];
  /** By the old version's steps. */
  readonly timersCleared: readonly Deadline[];
  /** Those whose duration changed: due that long after the step began. */
  readonly timersRecomputed: readonly Deadline[];
  /** Messages that leave at once. */
  readonly messages: readonly string[];
  /** Facts that the new version doesn't declare, or whose value it doesn't allow. */
  readonly dataWithoutPlace: readonly string[];
  /** Facts that begin with the new version's default. */
  readonly dataBegun: readonly string[];
  /** Old history steps whose memory has no place: going back there goes to its fallback. */
  readonly historyForgotten: readonly string[];
  /** By the names of `available`, whether they can be taken now or not. */
  readonly actionsGained: readonly string[];
  readonly actionsLost: readonly string[];
}

/** What was proven of where a case is put; `unknown` where the search was stopped before. */
export interface Proof {
  /** A case of the new version can come to be just there; `in-place` if it was not put anywhere. */
  readonly isReachable: 'yes' | 'in-place' | 'unknown';
  /** From there an outcome can be reached. */
  readonly leadsToOutcome: 'yes' | 'unknown';
}

/** One thing that a person has to decide. */
export interface Question {
  /** The old steps that it is about: all of them go on at the chosen place. */
  readonly steps: readonly string[];
  readonly words: Words;
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** Steps of the new version; several only where they lie beside each other. */
  readonly at: readonly string[];
  readonly label: Words;
  /** What the case would gain and lose; with several questions, by the first choices of the others. */
  readonly changes: Changes;
  /** How it would go over then. */
  readonly passage: Passage;
}

export type Migration =
  /** Same place, facts, activities and timers; also every case that has ended. */
  | { readonly kind: 'unaffected'; readonly changes: Changes }
  | {
      readonly kind: 'moved';
      readonly state: CaseState;
      readonly effects: readonly Effect[];
      /** Steps of the new version that continue none of the old, and old ones that end. */
      readonly entered: readonly string[];
      readonly left: readonly string[];
      readonly changes: Changes;
      readonly passage: Passage;
      readonly proof: Proof;
    }
  /** One question for each region that lost its place; usually one. */
  | { readonly kind: 'needs-decision'; readonly questions: readonly Question[] }
  | { readonly kind: 'blocked'; readonly reason: Words; readonly unlock: Words };
