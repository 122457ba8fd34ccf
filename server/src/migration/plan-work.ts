import {
  type Circumstances,
  type Decision,
  type MigrationGroup as Group,
  type Migration,
  type MigrationPlan,
  type Pathway,
  type Population,
  planMigration,
} from '@percorso/engine';
import { factsFor, stateOf } from './case-source.ts';
import { describedQuestions, isHeldUp } from './describe-questions.ts';
import { foresee } from './foresee.ts';
import type { Outlook } from './outlook.ts';
import { groupsOfCases, partsOf, storedGroup } from './parted-groups.ts';
import { areToStay } from './questions.ts';
import type { StoredDecision, StoredPlan } from './stored-plan.ts';
import type { InsideSource, Judged } from './turns.ts';

/** One of the versions on which there are cases, and how they go over from there. */
export interface VersionAsked {
  readonly version: number;
  readonly text: string;
  /** Later keys by earlier ones. */
  readonly renamedSteps: Readonly<Record<string, string>>;
  readonly decisions: readonly Decision[];
  /** Questions that were answered with: they stay. */
  readonly staying: readonly Pick<StoredDecision, 'steps' | 'insteadOf'>[];
  /** Whoever is at one of these steps, or within it, stays. */
  readonly stayingAt: readonly string[];
  readonly cases: readonly InsideSource[];
}

/** What a document means for everybody who is inside. */
export interface PlanJob {
  readonly kind: 'plan';
  readonly after: string;
  readonly versions: readonly VersionAsked[];
  readonly circumstances: Omit<Circumstances, 'participant'>;
  readonly outlook: Outlook;
  /** One number, shared with whoever asked: how many cases were looked at. */
  readonly progress: Int32Array;
}

export interface Planned {
  readonly plan: StoredPlan;
  /** For each version, in the order of its cases: their groups. */
  readonly groups: readonly (readonly string[])[];
}

interface PlannedVersion extends Judged {
  readonly asked: VersionAsked;
  readonly plan: MigrationPlan;
}

export function doPlanJob(job: PlanJob, pathwayOf: (text: string) => Pathway): Planned {
  const after = pathwayOf(job.after);
  let looked = 0;
  const planned = job.versions.map((asked) => {
    const onProgress = (done: number) => Atomics.store(job.progress, 0, looked + done);
    const version = plannedVersion(job, asked, pathwayOf(asked.text), after, onProgress);
    looked += asked.cases.length;
    return version;
  });
  const { circumstances, outlook } = job;
  const futures = foresee(planned, { after, circumstances, outlook, pathwayOf });
  const parts = planned.map((one, at) => partsOf(one, futures[at]!));
  return {
    plan: {
      groups: planned.flatMap(({ asked, before }, at) =>
        parts[at]!.map((part) => storedGroup(asked, part, before, after, outlook)),
      ),
      questions: planned.flatMap((one, at) => describedQuestions(one, futures[at]!, outlook)),
      answered: planned.flatMap(({ asked, plan }) =>
        plan.answered.map(({ steps, at }) => ({ version: asked.version, steps, at })),
      ),
      proof: proofOf(planned.map(({ plan }) => plan.proof)),
      isHeldUp:
        parts.flat().some(({ hindrance, waiting }) => hindrance || waiting.size > 0) ||
        futures.some(({ choices }) => choices.flat().some(isHeldUp)),
    },
    groups: planned.map(({ asked }, at) => groupsOfCases(asked, parts[at]!)),
  };
}

function plannedVersion(
  { circumstances }: PlanJob,
  asked: VersionAsked,
  before: Pathway,
  after: Pathway,
  onProgress: (done: number) => void,
): PlannedVersion {
  const { cases, renamedSteps, decisions } = asked;
  const population = cases.map(
    (one): Population => ({
      state: stateOf(one),
      count: 1,
      participant: factsFor(one, before, after, circumstances),
    }),
  );
  const examples: Migration[] = [];
  const onJudged = (index: number, example: Migration) => {
    examples[index] = example;
  };
  const options = { renamedSteps, decisions, onProgress, onJudged };
  const here = { ...circumstances, participant: {} };
  const plan = planMigration(before, after, population, here, options);
  const isStaying = (group: Group) => isToStay(asked, group);
  const { groups, questions } = plan;
  return { asked, plan, before, cases, population, examples, groups, questions, isStaying };
}

function isToStay({ staying, stayingAt }: VersionAsked, { steps, example }: Group): boolean {
  return (
    steps.some((step) => stayingAt.includes(step)) ||
    (example.kind === 'needs-decision' &&
      example.questions.some((question) => staying.some((one) => areToStay(one, question))))
  );
}

function proofOf(all: readonly MigrationPlan['proof'][]): StoredPlan['proof'] {
  return {
    isComplete: all.every(({ isComplete }) => isComplete),
    unprovenCount: all.reduce((sum, { unprovenCount }) => sum + unprovenCount, 0),
    why: all.find(({ why }) => why !== undefined)?.why ?? null,
  };
}
