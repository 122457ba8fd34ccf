import type { Outcome, PathwayDocument, Words } from '@percorso/engine';
import { findNode, kindOf, nodesOf } from '../commands/edit/nodes.ts';
import type { NewStep } from '../editor/new-step.ts';
import { WORDS } from './words.ts';

const { dialog: SAY } = WORDS;

/** Of the action that leads to it: not an action's name, for those are in capitals. */
export const NEW_ACTION = 'new';

/** What is being filled in for a new step. */
export interface NewStepDraft {
  readonly name: string;
  readonly kind: NewStep['kind'];
  /** A value of `placesFor`. */
  readonly where: string;
  /** An action's name, `NEW_ACTION`, or nothing. */
  readonly way: string;
  readonly actionName: string;
  readonly outcome: Outcome;
}

export function draftAfter(after: string | undefined): NewStepDraft {
  const isAfter = after !== undefined;
  return {
    name: '',
    kind: 'step',
    where: isAfter ? `after ${after}` : '',
    way: isAfter ? NEW_ACTION : '',
    actionName: '',
    outcome: 'completed',
  };
}

export interface Place {
  readonly value: string;
  readonly label: Words;
}

/** Where the new one may stand: after a step, inside a group, or alone at the top level. */
export function placesFor(document: PathwayDocument, kind: NewStep['kind']): readonly Place[] {
  const steps = nodesOf(document).slice(1);
  const place = (relation: 'after' | 'inside', key: string): Place => {
    const label = document.steps[key]?.label ?? { it: key, en: key };
    const said = SAY[relation];
    return {
      value: `${relation} ${key}`,
      label: { it: `${said.it} «${label.it}»`, en: `${said.en} “${label.en}”` },
    };
  };
  const inside = steps
    .filter(({ node }) => {
      const of = kindOf(node);
      return of === 'group' || (of === 'regions' && kind === 'history');
    })
    .map(({ key }) => place('inside', key));
  if (kind === 'history') return inside;
  const after = steps
    .filter(({ node }) => !['final', 'history'].includes(kindOf(node)))
    .map(({ key }) => place('after', key));
  return [{ value: '', label: SAY.atTop }, ...after, ...inside];
}

export function relationOf(where: string): { after?: string; into?: string } {
  const [relation, key] = where.split(' ');
  if (key === undefined) return {};
  return relation === 'after' ? { after: key } : { into: key };
}

/** Only an end at the top level is an outcome: inside a group it ends the group. */
export function hasOutcome(document: PathwayDocument, { kind, where }: NewStepDraft): boolean {
  if (kind !== 'final') return false;
  const { after, into } = relationOf(where);
  if (into !== undefined) return false;
  if (after === undefined) return true;
  const found = findNode(document, after);
  return !('code' in found) && found.parent === document.machine.id;
}

/** What is asked of the document, or undefined where something is still missing. */
export function askedBy(document: PathwayDocument, draft: NewStepDraft): NewStep | undefined {
  const text = draft.name.trim();
  const actionText = draft.actionName.trim();
  const { after, into } = relationOf(draft.where);
  const isNew = after !== undefined && draft.way === NEW_ACTION;
  if (!text || (isNew && !actionText)) return undefined;
  const action = isNew ? { label: same(actionText) } : { name: draft.way };
  return {
    kind: draft.kind,
    label: same(text),
    first: SAY.first,
    region: SAY.region,
    after,
    into,
    ...(after !== undefined && draft.way !== '' && { action }),
    ...(hasOutcome(document, draft) && { outcome: draft.outcome }),
  };
}

/** What is written once stands for both languages until it is translated. */
function same(text: string): Words {
  return { it: text, en: text };
}
