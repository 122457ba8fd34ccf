import { defineCommand } from '../command.ts';
import { undeclared } from '../edit/declarations.ts';
import { findStep, isFree, withStep } from '../edit/nodes.ts';
import { retargeted, waysOf } from '../edit/targets.ts';
import { actionName, name, optional, point, words } from '../readers.ts';
import { refuse } from '../refusals.ts';

const parameters = {
  step: name,
  label: words,
  from: name,
  to: name,
  action: actionName,
  at: optional(point),
};

/**
 * Change pattern 1, “insert”: a new step between two, beside the second. What led from the first to
 * the second leads to the new one, and `action` leads on.
 */
export const insertStep = defineCommand({
  name: 'insert-step',
  label: { it: 'Inserisci un passo qui in mezzo', en: 'Insert a step in between' },
  parameters,
  edit: (document, { step, label, from, to, action, at }) => {
    const end = findStep(document, to);
    if ('code' in end) return end;
    const unknown = undeclared(document, 'actions', action);
    if (unknown) return unknown;
    if (!isFree(document, step)) return refuse('name-taken', step);
    const isLinked = waysOf(document).some((way) => way.from === from && way.to === to);
    if (!isLinked) return refuse('no-way-between');
    const added = withStep(
      document,
      end.parent,
      step,
      { id: step, on: { [action]: { target: `#${to}` } } },
      { label, ...(at !== undefined && { at }) },
    );
    return retargeted(added, (target, source) =>
      source === from && target === to ? step : target,
    );
  },
});
