import { z } from 'zod';
import { StepSummary } from './cases.ts';
import { Id, Instant, OneLine, Prose, Words } from './words.ts';

const StepKey = z.string().min(1).max(64);
/** Of an added task: `ad-hoc/<n>`. */
const TaskKey = z.string().regex(/^ad-hoc\/[1-9]\d{0,8}$/);

/** The roles that have tasks of their own. */
const Doer = z.enum(['case-manager', 'coordinator']);

/** What is to be done for one youth, off the arrows of the pathway. */
export const DeviationAsked = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('skip'), from: StepKey, to: StepKey }),
  z.strictObject({ type: z.literal('go-back'), to: StepKey }),
  z.strictObject({ type: z.literal('go-to'), to: StepKey }),
  z.strictObject({
    type: z.literal('add-task'),
    /** What is to be done; a text in one language, which stays private. */
    label: OneLine(200),
    assignee: z
      .strictObject({ role: Doer.optional(), organisation: z.string().min(1).max(64).optional() })
      .refine(({ role, organisation }) => !role !== !organisation, 'role or organisation'),
    dueAt: Instant.optional(),
    /** A form of the pathway, filled in when the task is done. */
    form: z.string().min(1).max(64).optional(),
  }),
  z.strictObject({ type: z.literal('withdraw-task'), activity: TaskKey }),
  /** `of`: as `readDeviations` said it, so that nothing else is undone than what was seen. */
  z.strictObject({ type: z.literal('undo'), of: z.int().min(0).max(1_000_000) }),
]);

/** Body of POST /api/cases/{id}/deviations; revision and key are in the headers. */
export const DeviationRequest = z.strictObject({
  deviation: DeviationAsked,
  /** Why; private, kept apart from the trace. */
  reason: Prose(3, 2000),
});

const DeviationRefused = z.object({ code: z.string(), reason: Words, unlock: Words.optional() });

/** Everything that may be done for this one youth now; what is missing would be refused. */
export const DeviationsView = z.object({
  revision: z.int(),
  skip: z.array(z.object({ from: StepSummary, to: z.array(StepSummary) })),
  goBack: z.array(StepSummary),
  goTo: z.array(StepSummary),
  /** Null where nothing has happened yet but the start. */
  undo: z
    .object({
      of: z.int(),
      /** The case's revision that it made: its line in the trace. */
      revision: z.int(),
      /** What would be undone. */
      words: Words,
      at: Instant,
      by: z.object({ kind: z.enum(['person', 'youth', 'system']), name: z.string().nullable() }),
      /** Why it can't be undone. */
      refusal: DeviationRefused.nullable(),
    })
    .nullable(),
  /** Who may be given an added task. */
  assignees: z.object({
    roles: z.array(z.object({ role: Doer, label: Words })),
    organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  /** The forms with which an added task may be done. */
  forms: z.array(z.object({ form: z.string(), label: Words })),
  /** Added tasks that are still open. */
  tasks: z.array(z.object({ activity: z.string(), id: Id, label: Words })),
});

const About = z.enum(['steps', 'activity', 'seat', 'deadline', 'fact', 'message', 'end']);
const Consequence = z.object({ about: About, words: Words });

/** What a deviation would mean; nothing has happened yet. */
export const DeviationPreview = z.object({
  revision: z.int(),
  /** Where the case would be. */
  steps: z.array(StepSummary),
  changes: z.array(Consequence),
  /** What cannot be undone: messages that have left, seats that were given away. */
  lasting: z.array(Consequence),
});

/** Where many deviated: the seed of the next redesign. What was undone counts as nothing. */
export const DeviationCounts = z.object({
  /** Cases with at least one deviation that still holds. */
  cases: z.int(),
  /** Of those cases the ones whose facts were erased: their deviations are at no step any more. */
  unplaced: z.object({ cases: z.int(), total: z.int() }),
  steps: z.array(
    z.object({
      step: z.string(),
      label: Words,
      /** The version on which it happened; the same step of another version is counted apart. */
      version: z.int(),
      counts: z.object({
        skip: z.int().optional(),
        'go-back': z.int().optional(),
        'go-to': z.int().optional(),
        'add-task': z.int().optional(),
        'withdraw-task': z.int().optional(),
        undo: z.int().optional(),
      }),
      total: z.int(),
    }),
  ),
});

export type DeviationAsked = z.infer<typeof DeviationAsked>;
export type DeviationRequest = z.infer<typeof DeviationRequest>;
export type DeviationsView = z.infer<typeof DeviationsView>;
export type DeviationPreview = z.infer<typeof DeviationPreview>;
export type DeviationCounts = z.infer<typeof DeviationCounts>;
