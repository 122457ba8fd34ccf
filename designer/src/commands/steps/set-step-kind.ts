import { OUTCOMES } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { findStep, kindOf, withDeclaration, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { transitionsOf } from '../edit/transitions.ts';
import { name, oneOf, optional } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = {
  step: name,
  kind: oneOf('step', 'final'),
  outcome: optional(oneOf(...OUTCOMES)),
};

/** A step becomes final, or a final one goes on; what stands on a step must be removed before. */
export const setStepKind = defineCommand({
  name: 'set-step-kind',
  label: { it: 'Rendi il passo finale o normale', en: 'Make the step final or ordinary' },
  parameters,
  edit: (document, { step, kind, outcome }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    const type = kindOf(found.node);
    if (type !== 'simple' && type !== 'final') return refuse('simple-step-needed', step);
    const isFinal = kind === 'final';
    const isBusy = transitionsOf(found.node).length > 0 || found.node.invoke !== undefined;
    if (isFinal && isBusy) return refuse('step-busy', step);
    const changed = withNode(document, step, (node) =>
      withKey(node, 'type', isFinal ? 'final' : undefined),
    );
    return withDeclaration(changed, step, (one) =>
      withKey(one, 'outcome', isFinal ? (outcome ?? one.outcome) : undefined),
    );
  },
});
