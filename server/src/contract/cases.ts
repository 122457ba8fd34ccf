import { z } from 'zod';
import {
  Answer,
  CalendarDate,
  FactValue,
  Id,
  Instant,
  Language,
  Name,
  Prose,
  Role,
  Words,
} from './words.ts';

/** A search goes in the body: names must not be in an address. */
export const CaseSearch = z.strictObject({
  text: z.string().trim().max(120).default(''),
  pathway: z.string().max(64).optional(),
  step: z.string().max(64).optional(),
  stage: z.string().max(64).optional(),
  outcome: z.string().max(40).optional(),
  status: z.enum(['active', 'done', 'all']).default('active'),
  caseManager: z.union([Id, z.literal('none'), z.literal('me')]).optional(),
  subject: z.enum(['person', 'group']).optional(),
  /** `waiting`: what waits for the reader first. */
  order: z.enum(['waiting', 'name', 'newest', 'changed']).default('waiting'),
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(200).default(50),
});

export const StepSummary = z.object({
  step: z.string(),
  label: Words,
  stage: z.string().nullable(),
  stageLabel: Words.nullable(),
  colour: z.string(),
});

export const CaseRow = z.object({
  id: Id,
  name: z.string().describe('The youth, or the group'),
  age: z.int().nullable(),
  headCount: z.int().nullable(),
  subject: z.enum(['person', 'group']),
  pathway: z.string(),
  pathwayTitle: Words,
  status: z.enum(['active', 'done']),
  steps: z.array(StepSummary),
  outcome: z.string().nullable(),
  caseManager: z.object({ id: Id, name: z.string() }).nullable(),
  /** What waits: the oldest open thing for the reader. */
  waiting: z.object({ words: Words, dueAt: Instant.nullable(), overdue: z.boolean() }).nullable(),
  possibleDuplicates: z.int(),
  changedAt: Instant,
  registeredAt: Instant,
});

export const CaseList = z.object({ cases: z.array(CaseRow), total: z.int() });

const RefusalView = z.object({
  code: z.string(),
  reason: Words,
  unlock: z.array(z.object({ words: Words, fact: z.string(), action: z.string().optional() })),
});

export const PossibilityView = z.object({
  action: z.string(),
  label: Words,
  help: Words.optional(),
  form: z.string().optional(),
  roles: z.array(Role),
  emphasis: z.enum(['primary', 'normal', 'quiet', 'final']),
  leadsTo: z.array(StepSummary),
  verdict: z.enum(['yes', 'no', 'depends']),
  refusal: RefusalView.optional(),
});

export const ActivityView = z.object({
  id: Id,
  activity: z.string(),
  kind: z.enum(['task', 'enrolment', 'appointment', 'pathway', 'service']),
  label: Words,
  status: z.enum(['open', 'accepted', 'completed', 'declined', 'withdrawn', 'failed']),
  assignedTo: z.object({
    role: Role.nullable(),
    organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
    person: z.object({ id: Id, name: z.string() }).nullable(),
  }),
  form: z.string().nullable(),
  openedAt: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  /** May the reader complete it? */
  mine: z.boolean(),
  appointment: z.object({ at: Instant.nullable(), place: z.string() }).nullable(),
  enrolment: z
    .object({
      edition: Id,
      title: Words,
      startsOn: CalendarDate,
      status: z.enum(['waiting', 'enrolled', 'attending', 'completed', 'dropped']),
      /** 1 is next; null when not waiting. */
      position: z.int().nullable(),
    })
    .nullable(),
  subCase: Id.nullable(),
});

/** One line of the timeline, already in words. */
export const TraceLine = z.object({
  revision: z.int(),
  at: Instant,
  kind: z.string().describe('start, action, done, failed, timer, correct, assigned, shared, …'),
  words: Words,
  by: z.object({ kind: z.enum(['person', 'youth', 'system']), name: z.string().nullable() }),
  entered: z.array(StepSummary),
  left: z.array(z.string()),
  /** The answers given, labelled; private ones only for readers who may see them. */
  answers: z.array(z.object({ label: Words, value: z.string() })),
  /** The revision that undid or took back what this line tells; its answers are no longer shown. */
  undoneBy: z.int().optional(),
});

export const ParticipantView = z.object({
  id: Id,
  revision: z.int(),
  subject: z.enum(['person', 'group']),
  name: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  birthDate: CalendarDate.nullable(),
  age: z.int().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  district: z.string().nullable(),
  language: Language,
  wish: z.string().nullable(),
  helper: z.object({ name: z.string(), organisation: z.string().nullable() }).nullable(),
  guardian: z.object({ name: z.string(), contact: z.string() }).nullable(),
  headCount: z.int().nullable(),
});

export const CaseView = z.object({
  id: Id,
  revision: z.int(),
  receiptCode: z.string().nullable(),
  pathway: z.string(),
  version: z.int(),
  pathwayTitle: Words,
  subject: z.enum(['person', 'group']),
  status: z.enum(['active', 'done']),
  outcome: z.string().nullable(),
  /** The innermost present steps. */
  steps: z.array(StepSummary),
  /** These and the steps around them. */
  presentSteps: z.array(z.string()),
  /** Every step ever entered, in order of first entry. */
  walkedSteps: z.array(z.string()),
  /** Case facts with their labels, in words. */
  facts: z.array(
    z.object({ name: z.string(), label: Words, value: FactValue.nullable(), words: Words }),
  ),
  participant: ParticipantView,
  caseManager: z.object({ id: Id, name: z.string() }).nullable(),
  sharedWith: z.array(z.object({ id: Id, name: z.string() })),
  possibilities: z.array(PossibilityView),
  activities: z.array(ActivityView),
  timers: z.array(z.object({ timer: z.string(), dueAt: Instant, leadsTo: z.array(StepSummary) })),
  notes: z.array(z.object({ id: Id, at: Instant, by: z.string(), text: z.string() })),
  parentCase: z.object({ id: Id, name: z.string() }).nullable(),
  duplicates: z.array(
    z.object({
      /** Both null for a case that the reader may not see. */
      caseId: Id.nullable(),
      name: z.string().nullable(),
      registeredAt: Instant,
      reasons: z.array(Words),
      /** 0 to 1. */
      likeness: z.number(),
    }),
  ),
  /** What the reader may do with this case besides the pathway's actions: `assign`, `correct`, … */
  may: z.array(z.string()),
  changedAt: Instant,
  registeredAt: Instant,
});

/** Body of POST /api/cases/{id}/actions; the revision is in If-Match, the key in Idempotency-Key. */
export const ActionRequest = z.strictObject({
  action: z.string().max(64),
  answer: Answer.default({}),
});
export const Acted = z.object({
  revision: z.int(),
  status: z.enum(['active', 'done']),
  steps: z.array(z.string()),
});

export const Assignment = z.strictObject({
  caseManager: Id,
  note: z.string().trim().max(2000).optional(),
});
export const Sharing = z.strictObject({ person: Id, shared: z.boolean() });
export const Correction = z.strictObject({
  data: z.record(z.string().max(64), FactValue.nullable()),
  note: Prose(3, 2000),
});
export const ParticipantChange = z.strictObject({
  firstName: Name(80).optional(),
  lastName: Name(80).optional(),
  birthDate: CalendarDate.optional(),
  email: z.email().max(254).nullable().optional(),
  phone: z.string().trim().max(20).nullable().optional(),
  district: z.string().trim().max(80).nullable().optional(),
  language: Language.optional(),
  guardian: z
    .strictObject({ name: Name(80), contact: z.string().trim().max(254) })
    .nullable()
    .optional(),
});
export const NewNote = z.strictObject({ text: Prose(1, 4000) });
export const DuplicateDecision = z.strictObject({
  other: Id,
  decision: z.enum(['same-person', 'different-people']),
});
/** A group (a class, a youth centre), or a youth met in person. */
export const NewCase = z.discriminatedUnion('subject', [
  z.strictObject({
    subject: z.literal('group'),
    pathway: z.string().max(64),
    name: Name(120),
    headCount: z.int().min(1).max(500),
    contact: z.email().max(254).optional(),
    /** `class`, `youth-centre` or `spontaneous`. */
    groupKind: z.enum(['class', 'youth-centre', 'spontaneous']),
  }),
]);

export const Replay = z.object({
  matches: z.boolean().describe('Does the trace give the stored snapshot?'),
  chainValid: z.boolean().describe('Is the chain of hashes unbroken?'),
  entries: z.int(),
  /** The first revision at which the two differ. */
  differsAt: z.int().nullable(),
  /** Entries whose facts were erased can't be replayed; the chain still holds. */
  erased: z.int(),
  state: z.unknown(),
});

export type CaseSearch = z.input<typeof CaseSearch>;
export type StepSummary = z.infer<typeof StepSummary>;
export type CaseRow = z.infer<typeof CaseRow>;
export type CaseList = z.infer<typeof CaseList>;
export type CaseView = z.infer<typeof CaseView>;
export type PossibilityView = z.infer<typeof PossibilityView>;
export type ActivityView = z.infer<typeof ActivityView>;
export type TraceLine = z.infer<typeof TraceLine>;
export type ParticipantView = z.infer<typeof ParticipantView>;
export type ActionRequest = z.input<typeof ActionRequest>;
export type Acted = z.infer<typeof Acted>;
export type Replay = z.infer<typeof Replay>;
