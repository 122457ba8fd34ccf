/** Parameters of commands that redraw several steps at once. */
import type { Drawn, Values } from './draw.ts';

export function patternParameters(drawn: Drawn): Record<string, Values> {
  const { document, pick, given, names, step, other, fresh, label, input, some, way } = drawn;
  return {
    'insert-step': { step: fresh, label, from: step, to: way, action: pick(names.actions) },
    'replace-step': {
      step,
      by: fresh,
      label,
      ...pick<Values>([{}, { activity: { id: 'new-task', kind: 'task', input } }]),
    },
    'swap-steps': { step, other: way },
    'duplicate-steps': { steps: some },
    'repeat-step': {
      step,
      ...pick<Values>([{}, { guard: pick(names.rules) }]),
      ...pick<Values>([{}, { action: pick(names.actions) }]),
    },
    'make-parallel': { steps: some, group: fresh, label },
    'make-conditional': {
      step,
      rule: pick(names.rules),
      ...pick<Values>([{}, { otherwise: other }]),
    },
    'add-dependency': { step, after: other },
    'remove-dependency': { step, after: other },
    'extract-pathway': { step: given ?? pick(names.groups), pathway: fresh },
    'inline-pathway': { step, source: document },
    'paste-fragment': {
      fragment: { steps: [step], document },
      ...pick<Values>([{}, { into: other }]),
    },
  };
}
