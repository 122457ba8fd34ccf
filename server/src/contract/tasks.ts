import { z } from 'zod';
import { ActivityView } from './cases.ts';
import { Answer, Id, Prose, Words } from './words.ts';

/** A task as its doer sees it: the least personal data that the work needs. */
export const TaskView = ActivityView.extend({
  caseId: Id.nullable().describe('Only for readers who may open the case'),
  /** First name and initial for a partner; full name for the case's own team. */
  subject: z.string(),
  age: z.int().nullable(),
  contact: z.string().nullable().describe('For a partner only from accepting to completing'),
  headCount: z.int().nullable(),
  pathwayTitle: Words,
  help: Words.optional(),
  caseManager: z.string().nullable(),
  /** The form with which it is completed (an engine ObjectSchema). */
  schema: z.unknown(),
  may: z.array(z.enum(['accept', 'complete', 'decline'])),
  declineReason: z.string().nullable(),
});
export const TaskSearch = z.object({
  status: z.enum(['open', 'closed']).default('open'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const TaskList = z.object({ tasks: z.array(TaskView), total: z.int() });
export const TaskCompletion = z.strictObject({ answer: Answer.default({}) });
export const TaskRefusal = z.strictObject({ reason: Prose(3, 1000) });

export type TaskView = z.infer<typeof TaskView>;
export type TaskList = z.infer<typeof TaskList>;
