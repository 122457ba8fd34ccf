import { z } from 'zod';
import { Answer, CalendarDate, Instant, Language, Name, Words } from './words.ts';

const name = Name(80);

/** The public pre-registration, filled in by a young person or by an educator helping them. */
export const Registration = z
  .strictObject({
    language: Language,
    firstName: name,
    lastName: name,
    birthDate: CalendarDate,
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ]{6,20}$/)
      .optional(),
    district: z.string().trim().max(80).optional(),
    situation: z.enum(['student', 'out-of-school', 'precarious']),
    /** What the youth hopes for, in their words. Kept with the participant, never in the trace. */
    wish: z.string().trim().max(1000).optional(),
    helper: z
      .strictObject({
        name,
        organisation: z.string().trim().max(120).optional(),
        contact: z.string().trim().max(254).optional(),
      })
      .optional(),
    guardian: z.strictObject({ name, contact: z.string().trim().min(3).max(254) }).optional(),
    privacyNoticeRead: z.literal(true),
    /** A field that people don't see and robots fill in. */
    website: z.string().max(2000).optional(),
  })
  .refine((r) => r.email || r.phone, { path: ['email'], message: 'email or phone' });

export const Receipt = z.object({
  /** Short, readable and random: `MIG-7K3M-2Q`. */
  code: z.string(),
  receivedAt: Instant,
  /** The signed link to one's own page; also sent by mail. */
  link: z.string(),
});

/** A signed link's secret, sent in the body so that it is in no log. */
export const OwnLink = z.strictObject({ token: z.string().min(20).max(400) });

/** The youth's own page. */
export const OwnCase = z.object({
  firstName: z.string(),
  language: Language,
  revision: z.int(),
  status: z.enum(['active', 'done']),
  /** The stages in order, and where the youth is. */
  stages: z.array(
    z.object({ label: Words, colour: z.string(), state: z.enum(['passed', 'here', 'ahead']) }),
  ),
  steps: z.array(z.object({ label: Words })),
  outcome: z.string().nullable(),
  appointment: z
    .object({ at: Instant, place: z.string(), with: z.string(), label: Words })
    .nullable(),
  caseManager: z.string().nullable(),
  /** The actions with the role `youth` that are possible now. */
  actions: z.array(
    z.object({
      action: z.string(),
      label: Words,
      help: Words.optional(),
      /** An engine ObjectSchema; absent when there is nothing to fill in. */
      form: z.unknown(),
      /** `final` is asked again before it is done. */
      emphasis: z.enum(['primary', 'normal', 'quiet', 'final']).optional(),
    }),
  ),
  history: z.array(z.object({ at: Instant, words: Words })),
});

export const OwnAction = OwnLink.extend({
  action: z.string().max(64),
  answer: Answer.default({}),
  revision: z.int().min(0),
});

export type Registration = z.infer<typeof Registration>;
export type Receipt = z.infer<typeof Receipt>;
export type OwnCase = z.infer<typeof OwnCase>;
