import {
  type CaseState,
  type Effect,
  type Entry,
  type Pathway,
  presentSteps,
  sortedJson,
} from '@percorso/engine';
import type { Decision, SortedText } from '../case/decision.ts';
import { type Books, effectRows } from '../case/effect-rows.ts';
import type { LoadedCase } from '../case/load-case.ts';
import type { Server } from '../server.ts';

/** Where a case comes to be, as a thread tells it: what is long is written down already. */
export interface WrittenDown {
  readonly state: SortedText;
  readonly entry: SortedText;
  readonly steps: readonly string[];
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly effects: readonly Effect[];
  readonly before: Books;
  readonly after: Books;
}

export function writtenDown(
  before: CaseState,
  pathway: Pathway,
  to: { readonly state: CaseState; readonly entry: Entry; readonly effects: readonly Effect[] },
): WrittenDown {
  const { state, entry, effects } = to;
  return {
    state: { sortedJson: sortedJson(state) },
    entry: { sortedJson: sortedJson(entry) },
    steps: presentSteps(pathway, state),
    entered: entry.entered,
    left: entry.left,
    effects,
    before: booksOf(before),
    after: booksOf(state),
  };
}

const booksOf = ({ activities, adHoc, timers }: Books): Books => ({
  activities,
  ...(adHoc && { adHoc }),
  timers,
});

/** What the requests' own thread makes of it. */
export function decisionOf(
  { newId }: Server,
  { id: caseId, parentCaseId }: LoadedCase,
  kind: 'migrate' | 'take-back',
  version: number,
  written: WrittenDown,
): Decision {
  const { before, after, effects, entered, left, state, steps } = written;
  const event = { type: kind };
  return {
    kind,
    facts: written.entry,
    entered,
    left,
    privateAnswers: {},
    state,
    steps,
    version,
    rows: effectRows({ caseId, parentCaseId, before, after, event, effects, newId }),
  };
}
