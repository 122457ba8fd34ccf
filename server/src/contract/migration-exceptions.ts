import { z } from 'zod';
import { Fate, Groups, StepKey, VersionNumber } from './migrations.ts';
import { Prose } from './words.ts';

const Reason = Prose(3, 500);

export const CaseException = z.strictObject({ reason: Reason });

/** Also for whoever comes to the step later, and no longer for whoever leaves it. */
const isRule = z.boolean().optional();

/**
 * Of those behind a count, who may be excepted is; without any of these it is everybody. A rule is
 * about one step of a version, and made or lifted only before anybody is moved.
 */
export const ManyExcepted = z
  .strictObject({
    who: z.strictObject({
      group: Groups.optional(),
      fate: Fate.optional(),
      step: StepKey.optional(),
      version: VersionNumber.optional(),
    }),
    exception: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('stay'), reason: Reason, isRule }),
      /** They go over like the others after all. */
      z.strictObject({ kind: z.literal('none'), isRule }),
    ]),
  })
  .refine(({ who, exception }) => !exception.isRule || isOneStep(who), {
    path: ['who'],
    message: 'only step and version',
  });

const isOneStep = ({ step, version, group, fate }: Record<string, unknown>) =>
  step !== undefined && version !== undefined && group === undefined && fate === undefined;

/** How many it was done for. */
export const ManyExceptedAnswer = z.object({ count: z.int() });

export type ManyExcepted = z.infer<typeof ManyExcepted>;
