import {
  type Circumstances,
  type Decision,
  type MigrationGroup as Group,
  type MigrationPlan,
  type Pathway,
  type Population,
  planMigration,
} from '@percorso/engine';
import { type CaseSource, factsFor, type Place, stateOf } from './case-source.ts';
import { describedGroup } from './describe-group.ts';
import { areToStay } from './questions.ts';
import type { StoredDecision, StoredGroup, StoredPlan, StoredQuestion } from './stored-plan.ts';

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
  readonly cases: readonly CaseSource[];
}

/** What a document means for everybody who is inside. */
export interface PlanJob {
  readonly kind: 'plan';
  readonly after: string;
  readonly versions: readonly VersionAsked[];
  readonly circumstances: Omit<Circumstances, 'participant'>;
  /** One number, shared with whoever asked: how many cases were looked at. */
  readonly progress: Int32Array;
}

export interface Planned {
  readonly plan: StoredPlan;
  /** For each version, in the order of its cases: their groups. */
  readonly groups: readonly (readonly string[])[];
}

export function doPlanJob(job: PlanJob, pathwayOf: (text: string) => Pathway): Planned {
  const after = pathwayOf(job.after);
  let looked = 0;
  const planned = job.versions.map((asked) => {
    const before = pathwayOf(asked.text);
    const onProgress = (done: number) => Atomics.store(job.progress, 0, looked + done);
    const population = asked.cases.map(
      (one): Population => ({
        state: stateOf(one),
        count: 1,
        participant: factsFor(one, before, after, job.circumstances),
      }),
    );
    const circumstances = { ...job.circumstances, participant: {} };
    const { renamedSteps, decisions } = asked;
    const options = { renamedSteps, decisions, onProgress };
    const plan = planMigration(before, after, population, circumstances, options);
    looked += asked.cases.length;
    return { asked, plan, before };
  });
  return {
    plan: {
      groups: planned.flatMap(({ asked, plan, before }) =>
        plan.groups.map((group, at) => storedGroup(asked, group, at, before, after)),
      ),
      questions: planned.flatMap(({ asked, plan }) => storedQuestions(asked, plan)),
      answered: planned.flatMap(({ asked, plan }) =>
        plan.answered.map(({ steps, at }) => ({ version: asked.version, steps, at })),
      ),
      proof: proofOf(planned.map(({ plan }) => plan.proof)),
    },
    groups: planned.map(({ asked, plan }) => groupsOfCases(asked, plan)),
  };
}

const groupId = ({ version }: VersionAsked, at: number) => `v${version}-${at + 1}`;

function groupsOfCases(asked: VersionAsked, { groups }: MigrationPlan): string[] {
  const ids: string[] = new Array(asked.cases.length);
  for (const [at, { members }] of groups.entries()) {
    for (const member of members) ids[member] = groupId(asked, at);
  }
  return ids;
}

function storedGroup(
  asked: VersionAsked,
  group: Group,
  at: number,
  before: Pathway,
  after: Pathway,
): StoredGroup {
  const { example } = group;
  return {
    id: groupId(asked, at),
    version: asked.version,
    stays:
      group.steps.some((step) => asked.stayingAt.includes(step)) ||
      (example.kind === 'needs-decision' &&
        example.questions.some((question) =>
          asked.staying.some((answer) => areToStay(answer, question)),
        )),
    ...describedGroup(group, before, after),
  };
}

function storedQuestions(asked: VersionAsked, { questions }: MigrationPlan): StoredQuestion[] {
  return questions.map(({ steps, words, choices, groups }) => ({
    version: asked.version,
    steps,
    words,
    choices,
    groups: groups.map((at) => groupId(asked, at)),
  }));
}

function proofOf(all: readonly MigrationPlan['proof'][]): StoredPlan['proof'] {
  return {
    isComplete: all.every(({ isComplete }) => isComplete),
    unprovenCount: all.reduce((sum, { unprovenCount }) => sum + unprovenCount, 0),
    why: all.find(({ why }) => why !== undefined)?.why ?? null,
  };
}
