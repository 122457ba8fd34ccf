import { z } from 'zod';
import { StepSummary } from './cases.ts';
import { Colleague } from './drafts.ts';
import { ChoiceForeseen, GroupChanges } from './migration-changes.ts';
import { Id, Instant, Words } from './words.ts';

export const VersionNumber = z.int().min(1).max(1_000_000);
export const StepKey = z.string().min(1).max(64);

/** What a new version means for a case, as the engine says it. */
export const Verdict = z.enum(['unaffected', 'moved', 'needs-decision', 'blocked']);

/**
 * `computing`: what it means is being found out; `failed`: that could not be done (`errorId`);
 * `planned`: nothing has happened yet. Then `running`, `stopped`, `done`, `taking-back` and
 * `taken-back`.
 */
export const MigrationStatus = z.enum([
  'computing',
  'failed',
  'planned',
  'running',
  'stopped',
  'done',
  'taking-back',
  'taken-back',
]);

/**
 * `parked`: stays where it is, for the reason given; `kept`: somebody excepted it; `skipped`: it
 * had ended or gone over otherwise; `gone-on`: was moved, went on, ended or was erased, and is not
 * taken back. Who could not be put back for another reason is `moved` still, with that reason.
 */
export const MigrationCaseStatus = z.enum([
  'waiting',
  'moved',
  'parked',
  'kept',
  'skipped',
  'failed',
  'taken-back',
  'gone-on',
]);

const Place = z.array(z.string());

/** Like cases: at the same steps of a version, and the new one means the same for them. */
export const MigrationGroup = z.object({
  id: z.string(),
  /** The version on which they are. */
  version: z.int(),
  verdict: Verdict,
  /** It was decided that they stay on their version. */
  stays: z.boolean(),
  /** Without the exceptions. */
  count: z.int(),
  exceptions: z.int(),
  /** The innermost steps, of the old version and of the new one; `to` is empty where nobody goes. */
  from: z.array(StepSummary),
  to: z.array(StepSummary),
  /** Null while there is a question, and where they are blocked. */
  changes: GroupChanges.nullable(),
  /** Could everything be proven: that cases of the new version come there, and get to an outcome? */
  proven: z.boolean(),
  /** What each choice would mean for them. */
  questions: z.array(
    z.object({
      steps: Place,
      choices: z.array(z.object({ at: Place, label: Words, changes: GroupChanges })),
    }),
  ),
  blocked: z.object({ reason: Words, unlock: Words }).nullable(),
});

/**
 * One question for all the groups that it comes up for; `decideGroup` answers it. Where no choice
 * suits all who lost the same steps, several questions are about these, none with a choice of
 * another.
 */
export const MigrationQuestion = z.object({
  version: z.int(),
  steps: Place,
  words: Words,
  /** `foreseen` is absent in plans of before it was looked at. */
  choices: z.array(z.object({ at: Place, label: Words, foreseen: ChoiceForeseen.optional() })),
  groups: z.array(z.string()),
  count: z.int(),
});

/** An answer that was given: where they go on, or null: they stay on their version. */
export const MigrationDecision = z.object({
  version: z.int(),
  steps: Place,
  at: Place.nullable(),
  /** Of those who stay: the choices that their question had. */
  insteadOf: z.array(Place).optional(),
  words: Words.describe('The question'),
  answer: Words.describe('The answer'),
  by: Colleague,
  decidedAt: Instant,
});

/**
 * Whoever is at this step, or within it, when their turn comes stays on their version; whoever has
 * left it by then goes over like the others.
 */
export const StayRule = z.object({
  version: z.int(),
  step: StepSummary,
  reason: Words,
  by: Colleague,
  decidedAt: Instant,
});

/** How many stand at a step, the steps around it too, by what happens to them. */
export const StepImpact = z.object({
  version: z.int(),
  step: StepSummary,
  unaffected: z.int(),
  moved: z.int(),
  'needs-decision': z.int(),
  blocked: z.int(),
  /** Exceptions, those whose question was answered so, and whom a rule holds. */
  staying: z.int(),
});

const Count = z.record(z.string(), z.int());

export const MigrationRow = z.object({
  id: Id,
  pathway: z.string(),
  title: Words,
  /** A preview is of a draft and starts never; a plan is for a version. */
  draft: z.object({ id: Id, revision: z.int() }).nullable(),
  version: z.int().nullable(),
  /** Is that version still the current one? Otherwise the plan can't be started any more. */
  isCurrent: z.boolean(),
  status: MigrationStatus,
  /** Ended before everybody's turn came (another plan began), or given up with nobody put back. */
  isClosed: z.boolean(),
  errorId: z.string().nullable(),
  /** While computing: cases looked at; while running or taking back: cases that are through. */
  progress: z.object({ done: z.int(), total: z.int() }),
  /** Cases by `MigrationCaseStatus`; those that are missing are none. */
  cases: Count,
  createdAt: Instant,
  createdBy: Colleague,
  startedAt: Instant.nullable(),
  startedBy: Colleague.nullable(),
  /** Also while it is stopped: when it was. */
  endedAt: Instant.nullable(),
  revision: z.int(),
});

export const MigrationView = MigrationRow.extend({
  /** Cases by verdict, without those that stay by exception or by decision (`staying`). */
  counts: z.object({
    unaffected: z.int(),
    moved: z.int(),
    'needs-decision': z.int(),
    blocked: z.int(),
    staying: z.int(),
  }),
  /** Of those moved: whom taking back could not put back. Each has a reason or an error of its own. */
  notReturned: z.int(),
  steps: z.array(StepImpact),
  groups: z.array(MigrationGroup),
  questions: z.array(MigrationQuestion),
  decisions: z.array(MigrationDecision),
  rules: z.array(StayRule),
  proof: z.object({
    isComplete: z.boolean(),
    /** Cases for which something could not be proven. */
    unprovenCount: z.int(),
    why: Words.nullable(),
  }),
});

export const MigrationCase = z.object({
  id: Id,
  name: z.string(),
  caseManager: Colleague.nullable(),
  /** The version that it was on when the plan was made. */
  version: z.int(),
  /** Where it is now. */
  steps: z.array(StepSummary),
  group: z.string().nullable(),
  verdict: Verdict.nullable(),
  status: MigrationCaseStatus,
  /** Why it stays, or can't be taken back. */
  reason: Words.nullable(),
  /** Under which a failure was logged. */
  errorId: z.string().nullable(),
  revisionBefore: z.int().nullable(),
  revisionAfter: z.int().nullable(),
});
export const MigrationCaseList = z.object({ cases: z.array(MigrationCase), total: z.int() });

export const MigrationPreview = z.strictObject({
  /** Of the draft. */
  revision: z.int().min(1),
});
export const NewMigration = z.strictObject({
  version: VersionNumber,
  /** A preview or another plan whose answers and exceptions are taken over where they still fit. */
  decisionsOf: Id.optional(),
});
const PlaceAsked = z.array(StepKey).min(1).max(64);
export const GroupDecision = z.strictObject({
  /** The question: its version and its steps. */
  version: VersionNumber,
  steps: PlaceAsked,
  /** One of its choices, where several questions are about the same steps. */
  choice: PlaceAsked.optional(),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('place'), at: PlaceAsked }),
    /** They stay on their version. */
    z.strictObject({ kind: z.literal('stay') }),
    /** Takes the answer back. */
    z.strictObject({ kind: z.literal('open') }),
  ]),
});
/**
 * What happens to somebody; `staying`: by exception, by rule, or as a question was answered;
 * `going`: unaffected or moved.
 */
export const Fate = z.enum([...Verdict.options, 'staying', 'going']);
export const Groups = z.string().max(8000);

export const MigrationCaseSearch = z.object({
  /** One, or several with commas between them. */
  group: Groups.optional(),
  status: MigrationCaseStatus.optional(),
  fate: Fate.optional(),
  /** Those who stood at a step when the plan was made, or at one within it. */
  step: StepKey.optional(),
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** What taking everybody back would do now; nothing is done yet. */
export const TakeBackPreview = z.object({
  /** How many would be put back. */
  returning: z.int(),
  /** How many have gone on since, and some of them with the reason. */
  goneOn: z.int(),
  examples: z.array(z.object({ id: Id, name: z.string(), reason: Words })),
  /** Messages that have left, and to how many of those put back. */
  messages: z.array(z.object({ label: Words, count: z.int() })),
  /** Seats that were given up and that somebody else has now. */
  seatsTaken: z.int(),
});
/** What stays as the migration made it. */
export const CaseTakenBack = z.object({ revision: z.int(), lasting: z.array(Words) });

export type Verdict = z.infer<typeof Verdict>;
export type MigrationStatus = z.infer<typeof MigrationStatus>;
export type MigrationCaseStatus = z.infer<typeof MigrationCaseStatus>;
export type MigrationGroup = z.infer<typeof MigrationGroup>;
export type MigrationQuestion = z.infer<typeof MigrationQuestion>;
export type MigrationDecision = z.infer<typeof MigrationDecision>;
export type StepImpact = z.infer<typeof StepImpact>;
export type MigrationRow = z.infer<typeof MigrationRow>;
export type MigrationView = z.infer<typeof MigrationView>;
export type MigrationCase = z.infer<typeof MigrationCase>;
export type MigrationCaseList = z.infer<typeof MigrationCaseList>;
export type StayRule = z.infer<typeof StayRule>;
export type TakeBackPreview = z.infer<typeof TakeBackPreview>;
export type GroupDecision = z.input<typeof GroupDecision>;
export type CaseTakenBack = z.infer<typeof CaseTakenBack>;
