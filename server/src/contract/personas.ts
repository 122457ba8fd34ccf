import { FAILURES, OUTCOMES, REFUSAL_CODES } from '@percorso/engine';
import { z } from 'zod';
import { Colleague } from './drafts.ts';
import { FactValue, Id, Instant, Name } from './words.ts';

const FACT_COUNT_MAX = 100;
const STRIDE_COUNT_MAX = 300;
const STEP_COUNT_MAX = 60;

/** The key of a step, an action, a fact …; a persona may be older than the pathway it walks. */
const Key = z.string().min(1).max(200);
const fewFacts = <T extends z.ZodType>(value: T) =>
  z
    .record(Key, value)
    .refine((facts) => Object.keys(facts).length <= FACT_COUNT_MAX, 'too many facts');
const Facts = fewFacts(FactValue);
const Change = fewFacts(FactValue.nullable());
const Telling = z.strictObject({
  it: z.string().trim().max(1000),
  en: z.string().trim().max(1000),
});

const EVENTS = [
  z.strictObject({ type: z.literal('action'), action: Key, answer: Facts.optional() }),
  z.strictObject({ type: z.literal('done'), activity: Key, answer: Facts.optional() }),
  z.strictObject({ type: z.literal('failed'), activity: Key, reason: z.enum(FAILURES) }),
  z.strictObject({ type: z.literal('timer'), timer: Key }),
  z.strictObject({ type: z.literal('correct'), data: Change }),
] as const;

const Happening = z.discriminatedUnion('type', [
  ...EVENTS,
  z.strictObject({ type: z.literal('participant'), facts: Change }),
  z.strictObject({
    type: z.literal('refused'),
    event: z.discriminatedUnion('type', EVENTS),
    code: z.enum(REFUSAL_CODES),
  }),
]);

const Stride = z.strictObject({
  /** ISO 8601 duration. */
  after: z
    .string()
    .regex(/^P[0-9YMWDTHS]{2,40}$/)
    .optional(),
  do: Happening,
  steps: z.array(Key).max(STEP_COUNT_MAX).optional(),
});

/**
 * An engine Persona without its id and its pathway: an invented youth (or group), what they do and
 * where that must lead. The server adds both.
 */
export const PersonaTold = z.strictObject({
  name: Name(80),
  profile: Telling,
  says: Telling,
  participant: Facts,
  data: Facts.optional(),
  start: Instant,
  walk: z.array(Stride).max(STRIDE_COUNT_MAX),
  outcome: z.enum(OUTCOMES).optional(),
});

export const NewPersona = PersonaTold.extend({
  /** Of the installation's own personas the one whose place it takes. */
  replaces: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional(),
});

/** That a coordinator keeps a persona; what it says is among the installation's personas. */
export const KeptPersona = z.object({
  /** The persona's own id, too. */
  id: Id,
  pathway: z.string(),
  name: z.string(),
  revision: z.int(),
  replaces: z.string().nullable(),
  keptBy: Colleague,
  keptAt: Instant,
});

/** That a coordinator forgot a persona, which can be taken up again. */
export const ForgottenPersona = z.object({
  id: Id,
  name: z.string(),
  revision: z.int(),
  forgottenBy: Colleague,
  forgottenAt: Instant,
});

/** Those of one pathway. */
export const PersonasView = z.object({
  /** Engine personas: the installation's own, but those whose place was taken, and the kept ones. */
  personas: z.array(z.unknown()),
  /** Which of them coordinators keep. */
  kept: z.array(KeptPersona),
  /** The last that were forgotten, the latest first. */
  forgotten: z.array(ForgottenPersona),
});

export type PersonasView = z.infer<typeof PersonasView>;
export type PersonaTold = z.infer<typeof PersonaTold>;
export type ForgottenPersona = z.infer<typeof ForgottenPersona>;
export type KeptPersona = z.infer<typeof KeptPersona>;
