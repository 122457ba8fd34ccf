import type { CaseState, Circumstances, Pathway } from '../case.ts';
import type { Facts, Words } from '../document.ts';
import { presentSteps } from '../pathway.ts';
import { sortedJson } from '../sorted-json.ts';
import { likenessIn } from './likeness.ts';
import { type MappingHints, mapSteps } from './map-steps.ts';
import { type DecidedOptions, type Decision, migrateDecided } from './migrate-case.ts';
import type { Migration } from './migration.ts';
import { type PlannedQuestion, plannedQuestions } from './planned-questions.ts';
import { prospectsOf } from './prospects.ts';
import { UNPROVEN } from './words.ts';

/** Like cases, told once. */
export interface Population {
  readonly state: CaseState;
  readonly count: number;
  /** The participant's facts; those of the circumstances when absent. */
  readonly participant?: Facts;
}

export interface PlanOptions extends MappingHints, Omit<DecidedOptions, 'onAnswered'> {
  /** Told now and then how many of the list were looked at. */
  readonly onProgress?: (done: number) => void;
  /** Told of each of the list as a group is told by its example. */
  readonly onJudged?: (index: number, example: Migration) => void;
}

/** Cases at the same steps for which the new version means the same: gains, losses and all. */
export interface MigrationGroup {
  /** The steps of the old version at which they are. */
  readonly steps: readonly string[];
  readonly count: number;
  /** The places of its members in the list that was given. */
  readonly members: readonly number[];
  readonly kind: Migration['kind'];
  /** Of the first member; the others' differ at most in facts and due dates. */
  readonly example: Migration;
}

export interface MigrationPlan {
  readonly groups: readonly MigrationGroup[];
  readonly counts: Readonly<Record<Migration['kind'], number>>;
  /** As few as possible: one for all cases that lost the same steps, if one answer suits them. */
  readonly questions: readonly PlannedQuestion[];
  /** The decisions that held for somebody: the questions of the others don't come up. */
  readonly answered: readonly Decision[];
  readonly proof: {
    /** Whether everything that the new version allows was looked at. */
    readonly isComplete: boolean;
    /** Cases for which something could not be proven. */
    readonly unprovenCount: number;
    readonly why?: Words;
  };
}

/**
 * What a new version means for everybody who is inside: cases are grouped by where they are and
 * what happens to them, and each group is proven once.
 */
export function planMigration(
  before: Pathway,
  after: Pathway,
  population: readonly Population[],
  circumstances: Circumstances,
  options: PlanOptions = {},
): MigrationPlan {
  const planning = new Planning(before, after, circumstances, options);
  for (const [index, one] of population.entries()) planning.take(index, one);
  return planning.plan();
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Group = Mutable<Omit<MigrationGroup, 'members'>> & { readonly members: number[] };
/** What is meant for all that are alike: one of the ways of a group. */
interface Judged {
  readonly group: Group;
  readonly example: Migration;
}

const PROGRESS_EVERY = 500;

class Planning {
  private readonly before: Pathway;
  private readonly after: Pathway;
  private readonly circumstances: Circumstances;
  private readonly options: PlanOptions;
  private readonly mapping: ReturnType<typeof mapSteps>;
  private readonly likenessOf: ReturnType<typeof likenessIn>;
  private readonly judgedByLikeness = new Map<string, Judged>();
  private readonly groups = new Map<string, Group>();
  private readonly answered = new Set<Decision>();

  constructor(before: Pathway, after: Pathway, circumstances: Circumstances, options: PlanOptions) {
    this.before = before;
    this.after = after;
    this.circumstances = circumstances;
    this.options = options;
    this.mapping = mapSteps(before.document, after.document, options);
    this.likenessOf = likenessIn(before.document, after.document);
  }

  take(index: number, { state, count, participant }: Population): void {
    if (index % PROGRESS_EVERY === 0) this.options.onProgress?.(index);
    const facts = participant ?? this.circumstances.participant;
    const { group, example } = this.judge(state, facts);
    group.count += count;
    group.members.push(index);
    this.options.onJudged?.(index, example);
  }

  plan(): MigrationPlan {
    const groups = [...this.groups.values()];
    const counts = { unaffected: 0, moved: 0, 'needs-decision': 0, blocked: 0 };
    for (const { kind, count } of groups) counts[kind] += count;
    return {
      groups,
      counts,
      questions: plannedQuestions(groups),
      answered: [...this.answered],
      proof: this.proof(groups),
    };
  }

  private judge(state: CaseState, participant: Facts): Judged {
    const like = this.likenessOf(state, participant);
    const known = this.judgedByLikeness.get(like);
    if (known) return known;
    const circumstances = { ...this.circumstances, participant };
    const example = this.migrated(state, circumstances);
    const name = sortedJson([state.status, state.value, told(example)]);
    const { kind } = example;
    const steps = presentSteps(this.before, state);
    const group = this.groups.get(name) ?? { steps, count: 0, members: [], kind, example };
    this.groups.set(name, group);
    const judged = { group, example };
    this.judgedByLikeness.set(like, judged);
    return judged;
  }

  private migrated(state: CaseState, circumstances: Circumstances): Migration {
    const { before, after, mapping } = this;
    const onAnswered = (decision: Decision) => this.answered.add(decision);
    const options = { ...this.options, onAnswered };
    return migrateDecided(before, after, state, circumstances, mapping, options);
  }

  private proof(groups: readonly Group[]): MigrationPlan['proof'] {
    const unproven = groups.filter(
      ({ example }) =>
        example.kind === 'moved' &&
        (example.proof.isReachable === 'unknown' || example.proof.leadsToOutcome === 'unknown'),
    );
    const unprovenCount = unproven.reduce((sum, { count }) => sum + count, 0);
    // Where nobody is moved, nothing has to be looked at.
    const isNeeded = groups.some(({ kind }) => kind !== 'unaffected');
    const prospects = prospectsOf(this.after, this.options.configurationsMax);
    const isComplete = !isNeeded || prospects.isComplete();
    return {
      isComplete,
      unprovenCount,
      ...((!isComplete || unprovenCount > 0) && { why: UNPROVEN }),
    };
  }
}

/** What tells the answers for two cases apart, besides their facts and dates. */
function told(one: Migration): unknown {
  switch (one.kind) {
    case 'blocked':
      return [one.kind, one.reason];
    case 'needs-decision':
      return [
        one.kind,
        // The words say why it is asked, which is not the same for everybody at a step.
        one.questions.map(({ steps, words, choices }) => [steps, words, choices.map(comparable)]),
      ];
    case 'unaffected':
      return [one.kind, comparable(one)];
    case 'moved':
      return [one.kind, one.state.value, comparable(one)];
  }
}

/** Without what like cases may differ in: due dates, facts, and what is made of these. */
function comparable(value: object): unknown {
  return JSON.stringify(value, (key, part) =>
    ['dueAt', 'state', 'effects', 'passage', 'proof'].includes(key) ? undefined : part,
  );
}
