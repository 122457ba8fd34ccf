import { z } from 'zod';

const Facts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
const Answer = Facts.optional();

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('action'), action: z.string(), answer: Answer }),
  z.object({ type: z.literal('done'), activity: z.string(), answer: Answer }),
  z.object({
    type: z.literal('failed'),
    activity: z.string(),
    reason: z.enum(['declined', 'cancelled', 'expired', 'unreachable']),
  }),
  z.object({ type: z.literal('timer'), timer: z.string() }),
  z.object({ type: z.literal('correct'), data: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('participant'), facts: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('refused') }),
]);

/** As much of a persona's file as a demonstration needs: who walks, and what happens when. */
export const Persona = z.object({
  id: z.string(),
  pathway: z.string(),
  participant: Facts,
  start: z.iso.datetime(),
  outcome: z.string().optional(),
  walk: z.array(z.object({ after: z.string().optional(), do: Event })),
});
export type Persona = z.infer<typeof Persona>;
export type Happening = z.infer<typeof Event>;

/** One thing that will happen, `offsetMs` after the walk's start. */
export interface Stride {
  readonly offsetMs: number;
  readonly happening: Happening;
}
