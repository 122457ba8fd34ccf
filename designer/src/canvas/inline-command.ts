import type { MachineInvoke, PathwayDocument } from '@percorso/engine';
import { findNode } from '../commands/edit/nodes.ts';
import { listed } from '../document-steps.ts';
import type { Step } from '../editor/edit-history.ts';
import { newActivityName } from '../editor/new-name.ts';
import { isOne, type StepCommand } from './step-command.ts';
import { WORDS } from './words.ts';

/** Asked for by a dialog of its own, which reads the other pathway and makes the edit from it. */
export const INLINE: StepCommand = {
  id: 'inline-pathway',
  label: WORDS.inline.label,
  section: 'flow',
  isFor: (chosen) => isOne(chosen, 'step'),
  questions: [{ name: 'pathway', label: WORDS.inline.which, asks: 'text' }],
  steps: () => [],
};

/** The pathway that a step waits for already; undefined where it is to be chosen. */
export function waitedPathway(document: PathwayDocument, step: string): string | undefined {
  return activitiesAt(document, step).find(({ src }) => src === 'pathway')?.input.pathway;
}

/** The step becomes the group of the other pathway's steps, whether it waits for it yet or not. */
export function inlineSteps(
  document: PathwayDocument,
  step: string,
  source: PathwayDocument,
): readonly Step[] {
  const inline: Step = { name: 'inline-pathway', parameters: { step, source } };
  if (activitiesAt(document, step).length > 0) return [inline];
  const activity = newActivityName(document, source.title.it);
  const input = { label: source.title, pathway: source.id };
  return [{ name: 'add-activity', parameters: { step, activity, kind: 'pathway', input } }, inline];
}

function activitiesAt(document: PathwayDocument, step: string): readonly MachineInvoke[] {
  const found = findNode(document, step);
  return 'code' in found ? [] : listed(found.node.invoke);
}
