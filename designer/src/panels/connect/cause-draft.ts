import type { ActionDeclaration, PathwayDocument, Role, Words } from '@percorso/engine';
import { findNode, kindOf } from '../../commands/edit/nodes.ts';
import type { Cause } from '../../commands/edit/transitions.ts';
import { refuse } from '../../commands/refusals.ts';
import { listed } from '../../document-steps.ts';
import type { Step } from '../../editor/edit-history.ts';
import { newActionName } from '../../editor/new-name.ts';
import { isoDuration, type Span, spanOf } from '../duration.ts';
import { completed, EMPTY_WORDS } from '../fields/language-pair.ts';
import { stepLabel } from '../sentences.ts';
import { CONNECT } from './words.ts';

export type CauseKind = Cause['kind'];
export const CAUSE_KINDS = ['action', 'timer', 'done', 'failed', 'completed', 'always'] as const;

/** In place of an action's name: one that isn't there yet. */
export const NEW_ACTION = '+';

/** A cause as it is being chosen: what was filled in stays while another kind is looked at. */
export interface CauseDraft {
  readonly kind: CauseKind;
  /** An action's name, `NEW_ACTION`, or nothing chosen yet. */
  readonly action: string | null;
  readonly label: Words;
  readonly roles: readonly Role[];
  readonly emphasis: ActionDeclaration['emphasis'] | undefined;
  readonly span: Span;
  readonly activity: string | null;
}

/** Where choosing begins: with an action, the most usual cause; with the only activity there is. */
export function emptyCauseDraft(document: PathwayDocument, from: string): CauseDraft {
  const activities = activitiesOf(document, from);
  const isFirst = Object.keys(document.actions).length === 0;
  return {
    kind: 'action',
    action: isFirst ? NEW_ACTION : null,
    label: EMPTY_WORDS,
    roles: ['case-manager'],
    emphasis: undefined,
    span: { count: 7, unit: 'days' },
    activity: activities.length === 1 ? activities[0]!.id : null,
  };
}

/** The draft of a cause that a transition has. */
export function draftOfCause(document: PathwayDocument, from: string, cause: Cause): CauseDraft {
  const draft = { ...emptyCauseDraft(document, from), kind: cause.kind };
  const name = cause.name ?? null;
  if (cause.kind === 'action') return { ...draft, action: name };
  if (cause.kind === 'timer') return { ...draft, span: spanOf(name ?? '') ?? draft.span };
  if (cause.kind === 'done' || cause.kind === 'failed') return { ...draft, activity: name };
  return draft;
}

/** What the drafted cause is, and what has to be declared for it before; or what is missing. */
export type ReadCause =
  | { readonly cause: Cause; readonly before: readonly Step[] }
  | { readonly missing: Words };

export function readCause(document: PathwayDocument, draft: CauseDraft): ReadCause {
  switch (draft.kind) {
    case 'always':
    case 'completed':
      return { cause: { kind: draft.kind }, before: [] };
    case 'timer':
      return { cause: { kind: 'timer', name: isoDuration(draft.span) }, before: [] };
    case 'done':
    case 'failed':
      if (draft.activity === null) return { missing: CONNECT.missing.activity };
      return { cause: { kind: draft.kind, name: draft.activity }, before: [] };
    case 'action':
      return readAction(document, draft);
  }
}

function readAction(document: PathwayDocument, draft: CauseDraft): ReadCause {
  if (draft.action === null) return { missing: CONNECT.missing.action };
  if (draft.action !== NEW_ACTION) {
    return { cause: { kind: 'action', name: draft.action }, before: [] };
  }
  const label = completed(draft.label);
  if (!label) return { missing: CONNECT.missing.name };
  if (draft.roles.length === 0) return { missing: CONNECT.missing.roles };
  const name = newActionName(document, label.it);
  const is = { label, roles: draft.roles, ...(draft.emphasis && { emphasis: draft.emphasis }) };
  const declare: Step = { name: 'add-action', parameters: { action: name, is } };
  return { cause: { kind: 'action', name }, before: [declare] };
}

/** The activities at whose end a step's transitions can start. */
export function activitiesOf(document: PathwayDocument, from: string) {
  const found = findNode(document, from);
  return 'code' in found ? [] : listed(found.node.invoke);
}

/** Why nothing at all can start at a step, if so. */
export function startFault(document: PathwayDocument, from: string): Words | undefined {
  const found = findNode(document, from);
  if ('code' in found) return found.words;
  const kind = kindOf(found.node);
  if (kind !== 'final' && kind !== 'history') return undefined;
  return refuse('final-step', stepLabel(document, from)).words;
}

/** Why a step can't have a cause of this kind, if so. */
export function kindFault(
  document: PathwayDocument,
  from: string,
  kind: CauseKind,
): Words | undefined {
  const found = findNode(document, from);
  if ('code' in found) return found.words;
  if (kind === 'completed' && !found.node.states) return CONNECT.noGroup;
  const isOfActivity = kind === 'done' || kind === 'failed';
  return isOfActivity && listed(found.node.invoke).length === 0 ? CONNECT.noActivities : undefined;
}
