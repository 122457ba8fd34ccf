/** What a new version of its pathway means for a case. */
import type { CaseState, Effect } from '../case.ts';
import type { Words } from '../document.ts';

/** What a moved case gains and loses besides its steps. */
export interface Changes {
  /** Facts that the new version doesn't declare, or whose value it doesn't allow. */
  readonly dataWithoutPlace: readonly string[];
  /** Facts that begin with the new version's default. */
  readonly dataBegun: readonly string[];
  /** Old history steps whose memory has no place: going back there goes to its fallback. */
  readonly historyForgotten: readonly string[];
  /** Activities that stay open though the new version describes them otherwise. */
  readonly activitiesRevised: readonly string[];
  /** Timers (the new version's ids) whose duration changed: due that long after the step began. */
  readonly timersRecomputed: readonly string[];
  readonly actionsGained: readonly string[];
  readonly actionsLost: readonly string[];
}

export type Migration =
  /** Same place, facts, activities and timers; also every case that has ended. */
  | { readonly kind: 'unaffected' }
  | {
      readonly kind: 'moved';
      readonly state: CaseState;
      readonly effects: readonly Effect[];
      /** Steps of the new version that continue none of the old, and old ones that end. */
      readonly entered: readonly string[];
      readonly left: readonly string[];
      readonly changes: Changes;
    }
  | {
      readonly kind: 'needs-decision';
      /** The old steps that the answer is about: `decided` maps all of them to the choice. */
      readonly steps: readonly string[];
      /** Steps of the new version. */
      readonly choices: readonly string[];
      readonly question: Words;
    }
  | { readonly kind: 'blocked'; readonly reason: Words; readonly unlock: Words };
