import { type MachineNode, OUTCOMES, type StepDeclaration } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { findNode, findStep, isFree, kindOf, withNode, withStep } from '../edit/nodes.ts';
import { listAt, withListAt } from '../edit/transitions.ts';
import { actionName, name, oneOf, optional, point, words } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = {
  step: name,
  label: words,
  into: optional(name),
  after: optional(name),
  action: optional(actionName),
  kind: optional(oneOf('step', 'final')),
  outcome: optional(oneOf(...OUTCOMES)),
  stage: optional(name),
  at: optional(point),
};

/**
 * A new step inside a group (or, without `into`, beside `after` or at the top level). A step that
 * contained none becomes a group that begins with it. `after` and `action` draw an arrow to it.
 */
export const addStep = defineCommand({
  name: 'add-step',
  label: { it: 'Aggiungi un passo', en: 'Add a step' },
  parameters,
  edit: (document, { step, label, into, after, action, kind, outcome, stage, at }) => {
    if (!isFree(document, step)) return refuse('name-taken', step);
    const before = after === undefined ? undefined : findStep(document, after);
    if (before && 'code' in before) return before;
    const container = into ?? before?.parent ?? document.machine.id;
    const around = findNode(document, container);
    if ('code' in around) return around;
    const type = kindOf(around.node);
    if (type === 'final' || type === 'history') return refuse('final-step', container);
    const node: MachineNode = { id: step, ...(kind === 'final' && { type: 'final' }) };
    const declaration: StepDeclaration = {
      label,
      ...(stage !== undefined && { stage }),
      ...(outcome !== undefined && { outcome }),
      ...(at !== undefined && { at }),
    };
    const added = withStep(document, container, step, node, declaration);
    if (!before || action === undefined) return added;
    const isEnd = before.node.type === 'final' || before.node.type === 'history';
    if (isEnd) return refuse('final-step', before.key);
    const of = { kind: 'action', name: action } as const;
    return withNode(added, before.key, (one) =>
      withListAt(one, of, [...listAt(one, of), { target: `#${step}` }]),
    );
  },
});
