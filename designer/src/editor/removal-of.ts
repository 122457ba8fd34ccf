import type { PathwayDocument } from '@percorso/engine';
import { commands } from '../commands/registry.ts';
import type { Step } from './edit-history.ts';
import type { Selection } from './selection.ts';

/** The commands that remove what is selected; to be run as one edit. */
export function removalOf(document: PathwayDocument, selection: Selection): readonly Step[] {
  switch (selection.kind) {
    case 'nothing':
      return [];
    case 'steps':
      return selection.steps.map((step) => stepRemoval(document, step));
    case 'transition':
      return [{ name: 'remove-transition', parameters: { transition: selection.place } }];
    case 'activity':
      return [{ name: 'remove-activity', parameters: { activity: selection.activity } }];
  }
}

/** Where it is plain which step follows, those before lead there; else their arrows go too. */
function stepRemoval(document: PathwayDocument, step: string): Step {
  const refusal = commands['remove-step'].mayRun(document, { step });
  const isPlain = refusal?.code !== 'next-ambiguous';
  return { name: 'remove-step', parameters: { step, ...(!isPlain && { arrows: 'remove' }) } };
}
