import { z } from 'zod';
import { CalendarDate, Id, Instant, Language, Name, Role, Words } from './words.ts';

export const PathwayRow = z.object({
  id: z.string(),
  title: Words,
  summary: Words.nullable(),
  subject: z.enum(['person', 'group']),
  /** Of the current version, in its order. */
  stages: z.array(z.object({ id: z.string(), label: Words, colour: z.string() })),
  currentVersion: z.int(),
  running: z.int(),
  ended: z.int(),
  versions: z.array(
    z.object({
      version: z.int(),
      publishedAt: Instant,
      publishedBy: z.string().nullable(),
      note: z.string(),
      contentHash: z.string(),
      running: z.int(),
    }),
  ),
});
export const PathwayVersionView = z.object({
  id: z.string(),
  version: z.int(),
  contentHash: z.string(),
  /** An engine PathwayDocument. */
  document: z.unknown(),
});
/** How many youths stand at each step of a pathway (running cases, all versions). */
export const Population = z.object({
  pathway: z.string(),
  running: z.int(),
  steps: z.record(z.string(), z.int()),
  ended: z.record(z.string(), z.int()).describe('Ended cases by outcome'),
});

export const EditionView = z.object({
  id: Id,
  opportunity: z.string(),
  kind: z.enum(['orientation', 'lab', 'soft-skills', 'training', 'internship']),
  title: Words,
  organisation: z.object({ id: z.string(), name: z.string() }),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  place: z.string(),
  seats: z.int(),
  taken: z.int(),
  waiting: z.int(),
  open: z.boolean(),
  revision: z.int(),
});
export const EditionList = z.object({ editions: z.array(EditionView) });
export const EditionChange = z.strictObject({
  startsOn: CalendarDate.optional(),
  endsOn: CalendarDate.optional(),
  place: z.string().trim().max(200).optional(),
  seats: z.int().min(0).max(1000).optional(),
  open: z.boolean().optional(),
});
export const NewEdition = z.strictObject({
  opportunity: z.string().max(64),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  place: z.string().trim().min(1).max(200),
  seats: z.int().min(1).max(1000),
});
export const OpportunityView = z.object({
  id: z.string(),
  kind: EditionView.shape.kind,
  title: Words,
  organisation: z.object({ id: z.string(), name: z.string() }),
});

export const OrganisationView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['municipality', 'partner', 'supplier']),
  delivers: Words,
  openTasks: z.int(),
});
export const PersonView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
  active: z.boolean(),
  runningCases: z.int(),
});
export const NewPerson = z.strictObject({
  name: Name(120),
  email: z.email().max(254),
  roles: z.array(Role).min(1).max(6),
  organisation: z.string().max(64).nullable(),
  language: Language.default('it'),
});
export const PersonChange = NewPerson.partial().extend({ active: z.boolean().optional() });

/** The programme at a glance; counts only. */
export const Overview = z.object({
  registered: z.int(),
  convened: z.int(),
  takenInCharge: z.int(),
  inTrainingOrInternship: z.int(),
  running: z.int(),
  ended: z.int(),
  unassigned: z.int(),
  overdueTasks: z.int(),
  groups: z.object({ cases: z.int(), youths: z.int() }),
  /** The programme's targets (800 involved, 140 in training and internships). */
  targets: z.object({ involved: z.int(), inTrainingOrInternship: z.int() }),
  outcomes: z.record(z.string(), z.int()),
  byCaseManager: z.array(
    z.object({ id: Id, name: z.string(), running: z.int(), overdue: z.int() }),
  ),
  byStage: z.array(
    z.object({ stage: z.string(), label: Words, colour: z.string(), running: z.int() }),
  ),
});

export const OutboxMessage = z.object({
  id: Id,
  at: Instant,
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  status: z.enum(['waiting', 'sent', 'kept', 'failed']),
  attempts: z.int(),
});
export const OutboxList = z.object({ messages: z.array(OutboxMessage), total: z.int() });
export const AccessLogList = z.object({
  entries: z.array(
    z.object({
      at: Instant,
      person: z.string(),
      what: z.string(),
      caseId: Id.nullable(),
      about: z.string().nullable().describe('The colleague whose account was changed'),
    }),
  ),
  total: z.int(),
});

/** What a coordinator who draws a pathway chooses from. */
export const Installation = z.object({
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  opportunityKinds: z.array(EditionView.shape.kind),
  /** With the case's own facts of each (engine Fields by name), which can be handed to it. */
  pathways: z.array(z.object({ id: z.string(), title: Words, facts: z.unknown() })),
  /** Names of the addresses that a service activity may call. */
  services: z.array(z.string()),
});

export type PathwayRow = z.infer<typeof PathwayRow>;
export type PathwayVersionView = z.infer<typeof PathwayVersionView>;
export type Population = z.infer<typeof Population>;
export type EditionView = z.infer<typeof EditionView>;
export type OpportunityView = z.infer<typeof OpportunityView>;
export type OrganisationView = z.infer<typeof OrganisationView>;
export type PersonView = z.infer<typeof PersonView>;
export type Overview = z.infer<typeof Overview>;
export type OutboxMessage = z.infer<typeof OutboxMessage>;
