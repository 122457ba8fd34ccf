import { activitiesAreUnique, activityInputsFit } from './activities.ts';
import { durationsAreValid } from './durations.ts';
import { fieldsFit } from './fields.ts';
import { guardAnswersFit } from './guards.ts';
import { immediateCyclesAbsent } from './immediate-cycles.ts';
import { messagesFit } from './messages.ts';
import { namesAreKnown } from './names.ts';
import { historiesLeadToSteps, nodesFit } from './nodes.ts';
import { outcomesFit } from './outcomes.ts';
import { recordsFit } from './records.ts';
import { rulesAreBounded } from './rule-bounds.ts';
import { rulesFit } from './rules.ts';
import type { Check } from './scope.ts';
import { statesAreBounded } from './state-bounds.ts';
import { stepsMatch } from './steps.ts';
import { targetsExist } from './targets.ts';
import { transitionsDoSomething } from './transitions.ts';

/** What the other checks rely on: to end soon, and to mean one step by one key. */
export const FIRST_CHECKS: readonly Check[] = [
  statesAreBounded,
  rulesAreBounded,
  fieldsFit,
  stepsMatch,
];

/** Each may report on its own; none stops another. */
export const CHECKS: readonly Check[] = [
  nodesFit,
  historiesLeadToSteps,
  targetsExist,
  transitionsDoSomething,
  outcomesFit,
  namesAreKnown,
  durationsAreValid,
  activitiesAreUnique,
  activityInputsFit,
  messagesFit,
  rulesFit,
  guardAnswersFit,
  recordsFit,
  immediateCyclesAbsent,
];
