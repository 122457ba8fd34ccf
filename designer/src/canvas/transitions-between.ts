import type { Language, MachineNode, PathwayDocument, Words } from '@percorso/engine';
import { nodesOf } from '../commands/edit/nodes.ts';
import { type Cause, type TransitionPlace, transitionsOf } from '../commands/edit/transitions.ts';
import { listed, targetOf } from '../document-steps.ts';
import { durationWords } from '../duration-words.ts';
import { WORDS } from './words.ts';

/** One transition that an arrow stands for. */
export interface Way {
  readonly place: TransitionPlace;
  readonly label: string;
}

/** The transitions from one step to another, which are drawn as one arrow. */
export function transitionsBetween(
  document: PathwayDocument,
  from: string,
  to: string,
  language: Language,
): readonly Way[] {
  const node = nodesOf(document).find(({ key }) => key === from)?.node;
  if (!node) return [];
  return transitionsOf(node)
    .filter(({ transition }) => targetOf(transition) === to)
    .map(({ cause, index }) => ({
      place: { from, ...cause, index },
      label: labelOf(document, node, cause)[language],
    }));
}

function labelOf(document: PathwayDocument, node: MachineNode, cause: Cause): Words {
  const { kind, name = '' } = cause;
  const activity = listed(node.invoke).find(({ id }) => id === name)?.input.label;
  const said = activity ?? { it: name, en: name };
  switch (kind) {
    case 'action':
      return document.actions[name]?.label ?? said;
    case 'timer':
      return durationWords(name);
    case 'done':
      return said;
    case 'failed':
      return {
        it: `${said.it}: ${WORDS.ways.failed.it}`,
        en: `${said.en}: ${WORDS.ways.failed.en}`,
      };
    case 'always':
      return WORDS.byItself;
    case 'completed':
      return WORDS.whenCompleted;
  }
}
