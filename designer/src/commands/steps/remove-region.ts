import { defineCommand } from '../command.ts';
import { findNode, findStep, kindOf } from '../edit/nodes.ts';
import { name, oneOf, optional } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { removeStep } from './remove-step.ts';

const parameters = {
  region: name,
  arrows: optional(oneOf('bridge', 'remove')),
  to: optional(name),
};

/** A region with all inside it. With fewer than two left there would be nothing side by side. */
export const removeRegion = defineCommand({
  name: 'remove-region',
  label: { it: 'Togli il ramo parallelo', en: 'Remove the parallel branch' },
  parameters,
  edit: (document, { region, ...arrows }) => {
    const found = findStep(document, region);
    if ('code' in found) return found;
    const around = findNode(document, found.parent);
    if ('code' in around) return around;
    if (kindOf(around.node) !== 'regions') return refuse('regions-needed', found.parent);
    return removeStep.edit(document, { step: region, ...arrows });
  },
});
