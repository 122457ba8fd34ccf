import type { PathwayDocument } from '@percorso/engine';
import { type CommandRefusal, defineCommand, isRefusal } from '../command.ts';
import { findStep, withDeclaration } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { name, names, orNone } from '../readers.ts';

const parameters = { steps: names, stage: orNone(name) };

/** The stage of several steps at once, and so their colour; none takes them out of any. */
export const setStage = defineCommand({
  name: 'set-stage',
  label: { it: 'Cambia la fase dei passi', en: "Change the steps' stage" },
  parameters,
  edit: (document, { steps, stage }) =>
    steps.reduce<PathwayDocument | CommandRefusal>((before, step) => {
      const found = isRefusal(before) ? before : findStep(before, step);
      if ('code' in found || isRefusal(before)) return found as CommandRefusal;
      return withDeclaration(before, step, (one) => withKey(one, 'stage', stage));
    }, document),
});
