import { addAction } from './actions/add-action.ts';
import { changeAction } from './actions/change-action.ts';
import { removeAction } from './actions/remove-action.ts';
import { renameAction } from './actions/rename-action.ts';
import { addActivity } from './activities/add-activity.ts';
import { changeActivity } from './activities/change-activity.ts';
import { removeActivity } from './activities/remove-activity.ts';
import { renameActivity } from './activities/rename-activity.ts';
import { addEffect } from './effects/add-effect.ts';
import { changeEffect } from './effects/change-effect.ts';
import { removeEffect } from './effects/remove-effect.ts';
import { addFact } from './facts/add-fact.ts';
import { changeFact } from './facts/change-fact.ts';
import { orderFacts } from './facts/order-facts.ts';
import { removeFact } from './facts/remove-fact.ts';
import { renameFact } from './facts/rename-fact.ts';
import { addField } from './forms/add-field.ts';
import { addForm } from './forms/add-form.ts';
import { changeField } from './forms/change-field.ts';
import { orderFields } from './forms/order-fields.ts';
import { removeField } from './forms/remove-field.ts';
import { removeForm } from './forms/remove-form.ts';
import { renameField } from './forms/rename-field.ts';
import { renameForm } from './forms/rename-form.ts';
import { requireField } from './forms/require-field.ts';
import { setFormLabel } from './forms/set-form-label.ts';
import { addMessage } from './messages/add-message.ts';
import { changeMessage } from './messages/change-message.ts';
import { removeMessage } from './messages/remove-message.ts';
import { renameMessage } from './messages/rename-message.ts';
import { addDependency } from './patterns/add-dependency.ts';
import { duplicateSteps } from './patterns/duplicate-steps.ts';
import { extractPathway } from './patterns/extract-pathway.ts';
import { inlinePathway } from './patterns/inline-pathway.ts';
import { insertStep } from './patterns/insert-step.ts';
import { makeConditional } from './patterns/make-conditional.ts';
import { makeParallel } from './patterns/make-parallel.ts';
import { pasteFragment } from './patterns/paste-fragment.ts';
import { removeDependency } from './patterns/remove-dependency.ts';
import { repeatStep } from './patterns/repeat-step.ts';
import { replaceStep } from './patterns/replace-step.ts';
import { swapSteps } from './patterns/swap-steps.ts';
import { addRule } from './rules/add-rule.ts';
import { removeRule } from './rules/remove-rule.ts';
import { renameRule } from './rules/rename-rule.ts';
import { replaceRule } from './rules/replace-rule.ts';
import { addStage } from './stages/add-stage.ts';
import { changeStage } from './stages/change-stage.ts';
import { orderStages } from './stages/order-stages.ts';
import { removeStage } from './stages/remove-stage.ts';
import { addHistory } from './steps/add-history.ts';
import { addRegion } from './steps/add-region.ts';
import { addStep } from './steps/add-step.ts';
import { changeHistory } from './steps/change-history.ts';
import { groupSteps } from './steps/group-steps.ts';
import { makeGroupParallel } from './steps/make-group-parallel.ts';
import { makeGroupSequential } from './steps/make-group-sequential.ts';
import { moveStep } from './steps/move-step.ts';
import { removeRegion } from './steps/remove-region.ts';
import { removeStep } from './steps/remove-step.ts';
import { renameStep } from './steps/rename-step.ts';
import { setInitial } from './steps/set-initial.ts';
import { setOutcome } from './steps/set-outcome.ts';
import { setPositions } from './steps/set-positions.ts';
import { setStage } from './steps/set-stage.ts';
import { setStepHelp } from './steps/set-step-help.ts';
import { setStepKind } from './steps/set-step-kind.ts';
import { setStepLabel } from './steps/set-step-label.ts';
import { ungroup } from './steps/ungroup.ts';
import { addTransition } from './transitions/add-transition.ts';
import { describeTransition } from './transitions/describe-transition.ts';
import { moveTransition } from './transitions/move-transition.ts';
import { orderTransitions } from './transitions/order-transitions.ts';
import { removeTransition } from './transitions/remove-transition.ts';
import { retargetTransition } from './transitions/retarget-transition.ts';
import { setGuard } from './transitions/set-guard.ts';
import { setReentry } from './transitions/set-reentry.ts';
import { describePathway } from './whole/describe-pathway.ts';
import { replaceDocument } from './whole/replace-document.ts';

/** Every command by its name: the whole of what can be done to a document. */
export const commands = {
  'add-action': addAction,
  'add-activity': addActivity,
  'add-dependency': addDependency,
  'add-effect': addEffect,
  'add-fact': addFact,
  'add-field': addField,
  'add-form': addForm,
  'add-history': addHistory,
  'add-message': addMessage,
  'add-region': addRegion,
  'add-rule': addRule,
  'add-stage': addStage,
  'add-step': addStep,
  'add-transition': addTransition,
  'change-action': changeAction,
  'change-activity': changeActivity,
  'change-effect': changeEffect,
  'change-fact': changeFact,
  'change-field': changeField,
  'change-history': changeHistory,
  'change-message': changeMessage,
  'change-stage': changeStage,
  'describe-pathway': describePathway,
  'describe-transition': describeTransition,
  'duplicate-steps': duplicateSteps,
  'extract-pathway': extractPathway,
  'group-steps': groupSteps,
  'inline-pathway': inlinePathway,
  'insert-step': insertStep,
  'make-conditional': makeConditional,
  'make-group-parallel': makeGroupParallel,
  'make-group-sequential': makeGroupSequential,
  'make-parallel': makeParallel,
  'move-step': moveStep,
  'move-transition': moveTransition,
  'order-facts': orderFacts,
  'order-fields': orderFields,
  'order-stages': orderStages,
  'order-transitions': orderTransitions,
  'paste-fragment': pasteFragment,
  'remove-action': removeAction,
  'remove-activity': removeActivity,
  'remove-dependency': removeDependency,
  'remove-effect': removeEffect,
  'remove-fact': removeFact,
  'remove-field': removeField,
  'remove-form': removeForm,
  'remove-message': removeMessage,
  'remove-region': removeRegion,
  'remove-rule': removeRule,
  'remove-stage': removeStage,
  'remove-step': removeStep,
  'remove-transition': removeTransition,
  'rename-action': renameAction,
  'rename-activity': renameActivity,
  'rename-fact': renameFact,
  'rename-field': renameField,
  'rename-form': renameForm,
  'rename-message': renameMessage,
  'rename-rule': renameRule,
  'rename-step': renameStep,
  'repeat-step': repeatStep,
  'replace-document': replaceDocument,
  'replace-rule': replaceRule,
  'replace-step': replaceStep,
  'require-field': requireField,
  'retarget-transition': retargetTransition,
  'set-form-label': setFormLabel,
  'set-guard': setGuard,
  'set-initial': setInitial,
  'set-outcome': setOutcome,
  'set-positions': setPositions,
  'set-reentry': setReentry,
  'set-stage': setStage,
  'set-step-help': setStepHelp,
  'set-step-kind': setStepKind,
  'set-step-label': setStepLabel,
  'swap-steps': swapSteps,
  ungroup: ungroup,
} as const;

export type CommandName = keyof typeof commands;
