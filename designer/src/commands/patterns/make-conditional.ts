import type { MachineTransition } from '@percorso/engine';
import { targetOf } from '../../document-steps.ts';
import { defineCommand } from '../command.ts';
import { undeclared } from '../edit/declarations.ts';
import { findStep, keysInside, withNodes } from '../edit/nodes.ts';
import { leadingTo, nextOf, waysInto, withIds } from '../edit/targets.ts';
import { mapTransitions } from '../edit/transitions.ts';
import { name, optional } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { bothRules } from './both-rules.ts';

const parameters = { step: name, rule: name, otherwise: optional(name) };

/**
 * Change pattern 10, “embed in a conditional branch”: the step is done only where the rule holds;
 * else the way leads to `otherwise`, or to the only step that it leads to.
 */
export const makeConditional = defineCommand({
  name: 'make-conditional',
  label: { it: 'Svolgi il passo solo a una condizione', en: 'Do the step on a condition only' },
  parameters,
  edit: (document, { step, rule, otherwise }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    const unknown = undeclared(document, 'rules', rule);
    if (unknown) return unknown;
    const inside = keysInside(step, found.node);
    const next = otherwise === undefined ? nextOf(document, step) : [otherwise];
    const [end] = next;
    if (end === undefined || next.length > 1) return refuse('next-ambiguous', step);
    if (inside.includes(end)) return refuse('inside-itself', step);
    const exists = findStep(document, end);
    if ('code' in exists) return exists;
    if (waysInto(document, step).length === 0) return refuse('no-way-in', step);
    const both = bothRules(document, rule);
    const branched = withNodes(document, (node, from) =>
      inside.includes(from)
        ? node
        : mapTransitions(node, (one): MachineTransition | readonly MachineTransition[] =>
            inside.includes(targetOf(one) ?? '')
              ? [{ ...one, guard: both.named(one.guard) }, leadingTo(one, end)]
              : one,
          ),
    );
    return withIds(both.added(branched), [end]);
  },
});
