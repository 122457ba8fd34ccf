import type { Outcome, PathwayDocument, Words } from '@percorso/engine';
import type { Step } from './edit-history.ts';
import { newActionName, newStepName } from './new-name.ts';

/** What a coordinator asks for when something new is to be drawn. */
export interface NewStep {
  readonly kind: 'step' | 'group' | 'regions' | 'final' | 'history';
  readonly label: Words;
  /** Inside a group; without it beside `after`, or at the top level. */
  readonly into?: string | undefined;
  readonly after?: string | undefined;
  /** The action that leads there from `after`: one there is, or a new one by its label. */
  readonly action?: { readonly name: string } | { readonly label: Words } | undefined;
  readonly outcome?: Outcome | undefined;
  readonly history?: 'shallow' | 'deep' | undefined;
  readonly at?: { readonly x: number; readonly y: number } | undefined;
  /** Labels of what a group or regions begin with. */
  readonly first: Words;
  readonly region: Words;
}

/** The commands that draw it, as one edit, and the name that it gets. */
export function newStep(document: PathwayDocument, asked: NewStep): { key: string; steps: Step[] } {
  const { label, into, after, at, kind } = asked;
  const key = newStepName(document, label.it);
  if (kind === 'history') {
    const parameters = { group: into, step: key, label, history: asked.history ?? 'deep' };
    return { key, steps: [{ name: 'add-history', parameters }] };
  }
  const steps: Step[] = [];
  const action = after === undefined ? undefined : actionFor(document, asked.action, steps);
  const parameters = {
    step: key,
    label,
    ...(into !== undefined && { into }),
    ...(after !== undefined && { after }),
    ...(action !== undefined && { action }),
    ...(kind === 'final' && { kind: 'final' }),
    ...(kind === 'final' && asked.outcome && { outcome: asked.outcome }),
    ...(at && { at }),
  };
  steps.push({ name: 'add-step', parameters });
  if (kind === 'group' || kind === 'regions') steps.push(...inside(document, key, asked));
  return { key, steps };
}

function actionFor(
  document: PathwayDocument,
  action: NewStep['action'],
  steps: Step[],
): string | undefined {
  if (!action || 'name' in action) return action?.name;
  const name = newActionName(document, action.label.it);
  const is = { label: action.label, roles: ['case-manager'] };
  steps.push({ name: 'add-action', parameters: { action: name, is } });
  return name;
}

/** A group begins with a step; regions stand side by side from the first, so they are two. */
function inside(document: PathwayDocument, key: string, { kind, first, region }: NewStep): Step[] {
  const label = (number: number): Words => ({
    it: `${region.it} ${number}`,
    en: `${region.en} ${number}`,
  });
  const labels = kind === 'group' ? [first] : [label(1), label(2)];
  const taken = new Set([key]);
  const added = labels.map((one, index): Step => {
    const step = newStepName(document, one.it, taken);
    taken.add(step);
    const at = { x: 24, y: 56 + index * 112 };
    return { name: 'add-step', parameters: { step, label: one, into: key, at } };
  });
  if (kind === 'group') return added;
  return [...added, { name: 'make-group-parallel', parameters: { group: key } }];
}
