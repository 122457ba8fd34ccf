import { z } from 'zod';
import { StepSummary } from './cases.ts';
import { Words } from './words.ts';

const Named = z.object({ key: z.string(), label: Words });
/** `kind` is the activity's: a seat is given up or needed where it is `enrolment`. */
const Obligation = Named.extend({ kind: z.string() });
/** `from` and `to` are said with their prepositions. */
const HandedOn = Named.extend({ from: Words, to: Words });
/** How many find no seat left in an edition. */
const Waiting = Named.extend({ count: z.int() });
const Deadline = z.object({ step: StepSummary, duration: z.string() });

/**
 * What a case gains and loses besides its steps; `revised` are those of `kept` that read anew.
 * `waiting`: how many of the group find no seat left, by edition, as things were when the plan was
 * made; absent where everybody does. `handedOn`: tasks that end for one and open for another,
 * which are in no other list; absent in plans of before.
 */
export const GroupChanges = z.object({
  opened: z.array(Obligation),
  waiting: z.array(Waiting).optional(),
  withdrawn: z.array(Obligation),
  kept: z.array(Obligation),
  handedOn: z.array(HandedOn).optional(),
  revised: z.array(z.string()),
  timersSet: z.array(Deadline),
  timersCleared: z.array(Deadline),
  timersRecomputed: z.array(Deadline),
  messages: z.array(Named),
  dataWithoutPlace: z.array(Named),
  dataBegun: z.array(Named),
  historyForgotten: z.array(StepSummary),
  actionsGained: z.array(Named),
  actionsLost: z.array(Named),
});

/**
 * What an answer would come to for those for whom it would hold, as things were when the plan was
 * made, with nobody else's question answered. `othersWaiting`: of those whose way is clear, how
 * many would find no seat because of them. `undecided`: how many have another question too; what
 * comes of them is told by the choices of that one once this is answered.
 */
export const ChoiceForeseen = z.object({
  blocked: z.array(z.object({ reason: Words, unlock: Words, count: z.int() })),
  waiting: z.array(Waiting),
  othersWaiting: z.array(Waiting),
  undecided: z.int(),
});

export type HandedOn = z.infer<typeof HandedOn>;
export type ChoiceForeseen = z.infer<typeof ChoiceForeseen>;
export type GroupChanges = z.infer<typeof GroupChanges>;
