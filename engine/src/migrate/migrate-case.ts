import type { CaseState, Circumstances, Effect, Entry, Pathway } from '../case.ts';
import type { StepMapping } from './map-steps.ts';
import { migrateState } from './migrate-state.ts';
import type { Changes, Migration, Question } from './migration.ts';
import type { Passage } from './passage.ts';
import { decided } from './questions.ts';
import { blocked, type MigrationRefusal, undecided } from './refusals.ts';

/** An answer to a question, for every case that it comes up for. */
export interface Decision {
  readonly steps: readonly string[];
  readonly at: readonly string[];
}

export interface VersionChange {
  readonly from: number;
  readonly to: number;
}

export type Migrated =
  | {
      readonly ok: true;
      readonly state: CaseState;
      readonly effects: readonly Effect[];
      readonly entry: Entry;
      readonly changes: Changes;
    }
  | { readonly ok: false; readonly refusal: MigrationRefusal };

/** Questions that come after the answer to another: no case is in more regions than that. */
const ROUND_COUNT_MAX = 12;

export interface DecidedOptions {
  /** Answers to questions; each holds wherever its question comes up and offers it. */
  readonly decisions?: readonly Decision[];
  /** Told which of them held, each time that one did. */
  readonly onAnswered?: (decision: Decision) => void;
  /** Bounds the proof; 20,000 when absent. */
  readonly configurationsMax?: number;
}

/** As `migrateState`, with the decisions for the questions that come up. */
export function migrateDecided(
  before: Pathway,
  after: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  mapping: StepMapping,
  { decisions = [], onAnswered, configurationsMax }: DecidedOptions,
): Migration {
  let steps = mapping;
  for (let round = 0; ; round++) {
    const found = migrateState(before, after, state, circumstances, steps, configurationsMax);
    if (found.kind !== 'needs-decision' || round >= ROUND_COUNT_MAX) return found;
    const answers = found.questions.flatMap(
      (question) => decisions.find((one) => isAnswerTo(question, one)) ?? [],
    );
    if (answers.length === 0) return found;
    if (onAnswered) answers.forEach(onAnswered);
    steps = answers.reduce((map, { steps: olds, at }) => decided(map, olds, at), steps);
  }
}

function isAnswerTo({ steps, choices }: Question, decision: Decision): boolean {
  const same = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((key) => other.includes(key));
  return same(steps, decision.steps) && choices.some(({ at }) => same(at, decision.at));
}

/**
 * Carries a case over to another version: the next state, what must follow, and the entry that the
 * trace keeps. Refused where a decision is missing or nothing would do; then nothing has changed.
 */
export function migrateCase(
  before: Pathway,
  after: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  mapping: StepMapping,
  versions: VersionChange,
  options: DecidedOptions = {},
): Migrated {
  const found = migrateDecided(before, after, state, circumstances, mapping, options);
  switch (found.kind) {
    case 'needs-decision':
      return { ok: false, refusal: undecided(found) };
    case 'blocked':
      return { ok: false, refusal: blocked(found) };
    case 'unaffected': {
      const entry = entryOf(versions, circumstances, undefined, [], []);
      return { ok: true, state, effects: [], entry, changes: found.changes };
    }
    case 'moved': {
      const entry = entryOf(versions, circumstances, found.passage, found.left, found.entered);
      const { effects, changes } = found;
      return { ok: true, state: found.state, effects, entry, changes };
    }
  }
}

function entryOf(
  { from, to }: VersionChange,
  circumstances: Circumstances,
  passage: Passage | undefined,
  left: readonly string[],
  entered: readonly string[],
): Entry {
  const event = { type: 'migrate', from, to, ...(passage && { passage }) } as const;
  return { event, circumstances, left, entered };
}
