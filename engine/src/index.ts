export { activitiesIn } from './activities-in.ts';
export { advance, start } from './advance.ts';
export { available } from './available.ts';
export {
  type Advanced,
  type Answer,
  type CaseEvent,
  type CaseState,
  type Circumstances,
  type Effect,
  type Entry,
  FAILURES,
  type Failure,
  type MigrateEvent,
  type Pathway,
  type Possibility,
  REFUSAL_CODES,
  type Refusal,
  type RefusalCode,
  type StateValue,
  type TakeBackEvent,
  type Unlock,
} from './case.ts';
export {
  BEHAVIOUR_CHECKS,
  type Checked,
  type CheckOptions,
  check,
  STRUCTURE_CHECKS,
} from './check/check.ts';
export { walkExample } from './check/example/counter-example.ts';
export { durationInWords } from './check/example/duration-in-words.ts';
export type { CounterExample, Element, Finding, Repair, Severity } from './check/finding.ts';
export { type CompareOptions, compareDocuments } from './compare/compare-documents.ts';
export type {
  Difference,
  DifferenceKind,
  DifferingElement,
  ElementType,
} from './compare/difference.ts';
export { openActivities } from './deviate/ad-hoc.ts';
export { type DeviationOptions, deviate } from './deviate/deviate.ts';
export {
  type AdHocTask,
  DEVIATION_KINDS,
  DEVIATION_REFUSAL_CODES,
  type Deviated,
  type Deviation,
  type DeviationChange,
  type DeviationKind,
  type DeviationRefusal,
  type DeviationRefusalCode,
  type UndoEvent,
} from './deviate/deviation.ts';
export { type DeviationCounts, deviationsByStep } from './deviate/deviations-by-step.ts';
export {
  type PossibleDeviations,
  possibleDeviations,
  tryDeviations,
} from './deviate/possible-deviations.ts';
export { Holding, standing } from './deviate/standing.ts';
export { type Undone, type UndoOptions, undoLast } from './deviate/undo.ts';
export {
  ACTIVITY_KINDS,
  type ActionDeclaration,
  type ActivityInput,
  type ActivityKind,
  type Assignee,
  type Condition,
  type Facts,
  type FactValue,
  type Field,
  FORMATS,
  type Format,
  type Language,
  type MachineEffect,
  type MachineInvoke,
  type MachineNode,
  type MachineTransition,
  MESSAGE_NAMES,
  type MessageDeclaration,
  type ObjectSchema,
  OPERATORS,
  type Operator,
  type Option,
  OUTCOMES,
  type Outcome,
  type PathwayDocument,
  type RecordValue,
  ROLES,
  type Role,
  type Rule,
  type StageDeclaration,
  type StepDeclaration,
  type Words,
} from './document.ts';
export { addDuration, isDuration } from './duration.ts';
export { emptyPathway } from './empty-pathway.ts';
export { checkAnswer, type Fault } from './forms/check-answer.ts';
export { checkFact, type ValueFault } from './forms/field-value.ts';
export { isPrivate, splitAnswer } from './forms/split-answer.ts';
export { DOCUMENT_BYTES_MAX, RULE_DEPTH_MAX, RULE_SIZE_MAX } from './limits.ts';
export { carryAgain } from './migrate/carry-again.ts';
export { type MappingHints, mapSteps, type StepMapping } from './migrate/map-steps.ts';
export { migrateAlike } from './migrate/migrate-alike.ts';
export {
  type DecidedOptions,
  type Decision,
  type Migrated,
  migrateCase,
  migrateDecided,
  type VersionChange,
} from './migrate/migrate-case.ts';
export { migrateState } from './migrate/migrate-state.ts';
export type {
  Changes,
  Choice,
  Deadline,
  Migration,
  Obligation,
  Proof,
  Question,
} from './migrate/migration.ts';
export type { Passage } from './migrate/passage.ts';
export {
  type MigrationGroup,
  type MigrationPlan,
  type PlanOptions,
  type Population,
  planMigration,
} from './migrate/plan-migration.ts';
export type { PlannedQuestion } from './migrate/planned-questions.ts';
export { decided } from './migrate/questions.ts';
export {
  MIGRATION_REFUSAL_CODES,
  type MigrationRefusal,
  type MigrationRefusalCode,
} from './migrate/refusals.ts';
export { type DoneMigration, type TakenBack, takeBack } from './migrate/take-back.ts';
export {
  firstMoment,
  type Moment,
  type Momentary,
  nextMoment,
  timerName,
} from './moment.ts';
export { type Parsed, parseDocument } from './parse/parse-document.ts';
export type { DocumentProblem, ProblemCode } from './parse/problem.ts';
export { compile, innermostOf, innermostSteps, presentSteps, xstateMachine } from './pathway.ts';
export type { Happening, Persona, Stride } from './persona.ts';
export {
  type Replayed,
  replay,
  type Versions,
  versionsIn,
  type Walked,
  walkTrace,
} from './replay.ts';
export { evaluateRule, type Verdict } from './rules/evaluate.ts';
export { describeRule, type Explanation, explainRule } from './rules/explain.ts';
export { type CostOf, cheapestUnlock, factCost } from './rules/unlock.ts';
export { sortedJson } from './sorted-json.ts';
export {
  elsewhere,
  type PersonaTrouble,
  walkPersona,
} from './walk-persona.ts';
