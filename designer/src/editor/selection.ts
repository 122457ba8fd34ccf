import type { PathwayDocument } from '@percorso/engine';
import { findNode } from '../commands/edit/nodes.ts';
import type { TransitionPlace } from '../commands/edit/transitions.ts';
import { findTransition } from '../commands/transitions/place.ts';
import { listed } from '../document-steps.ts';

/** What the side panel is about, and what the keys act on. */
export type Selection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'transition'; readonly place: TransitionPlace }
  | { readonly kind: 'activity'; readonly step: string; readonly activity: string };

export const NOTHING: Selection = { kind: 'nothing' };

export function stepsSelected(...steps: readonly string[]): Selection {
  return steps.length === 0 ? NOTHING : { kind: 'steps', steps };
}

/** What is left of a selection in a document where some of it may have gone. */
export function stillThere(selection: Selection, document: PathwayDocument): Selection {
  const isStep = (key: string) => !('code' in findNode(document, key));
  switch (selection.kind) {
    case 'nothing':
      return selection;
    case 'steps': {
      const left = selection.steps.filter(isStep);
      return left.length === selection.steps.length ? selection : stepsSelected(...left);
    }
    case 'transition': {
      const isThere = !('code' in findTransition(document, selection.place));
      if (isThere) return selection;
      return isStep(selection.place.from) ? stepsSelected(selection.place.from) : NOTHING;
    }
    case 'activity': {
      const found = findNode(document, selection.step);
      if ('code' in found) return NOTHING;
      const isThere = listed(found.node.invoke).some(({ id }) => id === selection.activity);
      return isThere ? selection : stepsSelected(selection.step);
    }
  }
}

/** The step that a selection belongs to, if it is one. */
export function stepOf(selection: Selection): string | undefined {
  switch (selection.kind) {
    case 'nothing':
      return undefined;
    case 'steps':
      return selection.steps.length === 1 ? selection.steps[0] : undefined;
    case 'transition':
      return selection.place.from;
    case 'activity':
      return selection.step;
  }
}
