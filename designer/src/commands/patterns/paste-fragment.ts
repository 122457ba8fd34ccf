import type { PathwayDocument } from '@percorso/engine';
import { defineCommand, isRefusal, parsed } from '../command.ts';
import { findNode, kindOf } from '../edit/nodes.ts';
import { name, names, optional, part, shape } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { adoptSteps } from './adopt-steps.ts';

const copied = shape({ steps: names, document: part<PathwayDocument>() });
const parameters = { fragment: copied, into: optional(name) };

/**
 * Change pattern 14, “copy”, from any pathway: what is copied is the names of steps and the
 * document they are in, so that what belongs to them is found when they are pasted.
 */
export const pasteFragment = defineCommand({
  name: 'paste-fragment',
  label: { it: 'Incolla', en: 'Paste' },
  parameters,
  edit: (document, { fragment, into = document.machine.id }) => {
    const source = parsed(fragment.document);
    if (isRefusal(source)) return source;
    const around = findNode(document, into);
    if ('code' in around) return around;
    const type = kindOf(around.node);
    if (type === 'final' || type === 'history') return refuse('final-step', into);
    if (fragment.steps.length === 0) return document;
    return adoptSteps(document, { steps: fragment.steps, document: source }, into);
  },
});
