export { kindByStep } from './changes/changes-by-step.ts';
export type {
  Command,
  CommandRefusal,
  CommandResult,
} from './commands/command.ts';
export { extractedPathway } from './commands/patterns/extract-pathway.ts';
export { type CommandName, commands } from './commands/registry.ts';
export type { Use } from './commands/uses/use.ts';
export { usesOfAction } from './commands/uses/uses-of-action.ts';
export { usesOfFact } from './commands/uses/uses-of-fact.ts';
export { usesOfField } from './commands/uses/uses-of-field.ts';
export { usesOfForm } from './commands/uses/uses-of-form.ts';
export { usesOfMessage } from './commands/uses/uses-of-message.ts';
export { usesOfRule } from './commands/uses/uses-of-rule.ts';
export { usesOfStage } from './commands/uses/uses-of-stage.ts';
export { usesOfStep } from './commands/uses/uses-of-step.ts';
export { gatherDeviations } from './deviations/gather-deviations.ts';
export { KIND_WORDS as DEVIATION_WORDS } from './deviations/words.ts';
export { durationWords } from './duration-words.ts';
export { withColleague } from './merge/conflict-words.ts';
export { type DocumentEdit, inverseOf } from './merge/inverse-of.ts';
export type { MergeConflict, MergeSide } from './merge/merge-conflict.ts';
export { type MergeChoice, type MergeResult, mergeDocuments } from './merge/merge-documents.ts';
