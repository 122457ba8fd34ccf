import { z } from 'zod';
import { Fate, Groups, StepKey, VersionNumber } from './migrations.ts';
import { byId } from './operation.ts';
import { Prose } from './words.ts';

const Reason = Prose(3, 500);

export const CaseException = z.strictObject({ reason: Reason });

/** Of those behind a count, who may be excepted is; without any of these it is everybody. */
export const ManyExcepted = z.strictObject({
  who: z.strictObject({
    group: Groups.optional(),
    fate: Fate.optional(),
    step: StepKey.optional(),
    version: VersionNumber.optional(),
  }),
  exception: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('stay'), reason: Reason }),
    /** They go over like the others after all. */
    z.strictObject({ kind: z.literal('none') }),
  ]),
});

/** How many it was done for. */
export const ManyExceptedAnswer = z.object({ count: z.int() });

/** A rule is about one step of one version. */
export const byStep = byId.extend({
  version: z.coerce.number().int().min(1).max(1_000_000),
  step: StepKey,
});
export const NewStayRule = z.strictObject({ reason: Reason });

export type ManyExcepted = z.infer<typeof ManyExcepted>;
