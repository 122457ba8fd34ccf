/** Parameters of commands for steps, groups and their regions. */
import type { Drawn, Values } from './draw.ts';
import { childrenOf } from './names-in.ts';

const POINT = { x: 12.5, y: -40 };

export function stepParameters(drawn: Drawn): Record<string, Values> {
  const { document, pick, given, names, step, other, fresh, label, arrows, some } = drawn;
  return {
    'add-step': {
      step: fresh,
      label,
      ...pick<Values>([{ into: step }, { after: step }, {}]),
      ...pick<Values>([{}, { action: pick(names.actions) }]),
      ...pick<Values>([{}, { kind: 'final' }, { kind: 'final', outcome: 'completed' }]),
      ...pick<Values>([{}, { at: POINT, stage: pick(names.stages) }]),
    },
    'remove-step': { step, ...arrows },
    'rename-step': { step, to: fresh },
    'set-step-label': { step, label },
    'set-step-help': { step, help: pick([label, null]) },
    'set-stage': { steps: [step], stage: pick([pick(names.stages), null]) },
    'set-outcome': { step, outcome: 'completed' },
    'set-positions': { positions: { [step]: POINT } },
    'set-initial': { group: pick([step, pick(names.groups)]), step: other },
    'set-step-kind': {
      step,
      kind: pick(['step', 'final']),
      ...pick<Values>([{}, { outcome: 'completed' }]),
    },
    'move-step': { step, ...pick<Values>([{}, { into: other }, { into: pick(names.groups) }]) },
    'group-steps': { steps: some, group: fresh, label },
    ungroup: { group: pick([step, pick(names.groups)]) },
    'make-group-parallel': { group: given ?? pick(names.groups) },
    'make-group-sequential': { group: step, initial: pick([other, ...childrenOf(document, step)]) },
    'add-region': {
      group: given ?? pick(names.regions),
      region: fresh,
      label,
      first: { step: 'first-one', label },
    },
    'remove-region': { region: step, ...arrows },
    'add-history': {
      group: step,
      step: fresh,
      label,
      history: 'deep',
      ...pick<Values>([{}, { otherwise: other }]),
    },
    'change-history': {
      step: given ?? pick(names.returns),
      history: 'shallow',
      otherwise: pick([null, other]),
    },
  };
}
