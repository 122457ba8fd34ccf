import type { MachineTransition } from '@percorso/engine';
import { listed } from '../../document-steps.ts';
import { defineCommand } from '../command.ts';
import { undeclared } from '../edit/declarations.ts';
import { findStep, kindOf, withNode } from '../edit/nodes.ts';
import { withIds } from '../edit/targets.ts';
import { type Cause, listAt, withListAt } from '../edit/transitions.ts';
import { actionName, name, optional } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = { step: name, guard: optional(name), action: optional(actionName) };

/**
 * Change pattern 8, “embed in a loop”: the step, or the group, begins anew while the rule holds
 * when it would end, or whenever `action` is taken. Tried before its other ends, which are the way
 * out.
 */
export const repeatStep = defineCommand({
  name: 'repeat-step',
  label: { it: 'Ripeti il passo', en: 'Repeat the step' },
  parameters,
  edit: (document, { step, guard, action }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    const type = kindOf(found.node);
    if (type === 'final' || type === 'history') return refuse('final-step', step);
    const unknown =
      (guard !== undefined && undeclared(document, 'rules', guard)) ||
      (action !== undefined && undeclared(document, 'actions', action));
    if (unknown) return unknown;
    const [activity] = listed(found.node.invoke);
    const end: Cause | undefined =
      action !== undefined
        ? { kind: 'action', name: action }
        : activity
          ? { kind: 'done', name: activity.id }
          : type === 'simple'
            ? undefined
            : { kind: 'completed' };
    // A step that waits for nothing has no end of its own at which it could begin anew.
    if (!end) return refuse('next-ambiguous', step);
    const again: MachineTransition = {
      target: `#${step}`,
      ...(guard !== undefined && { guard }),
      reenter: true,
    };
    const repeated = withNode(document, step, (node) =>
      withListAt(node, end, [again, ...listAt(node, end)]),
    );
    return withIds(repeated, [step]);
  },
});
