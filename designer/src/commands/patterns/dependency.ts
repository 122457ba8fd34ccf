import type { Field, PathwayDocument } from '@percorso/engine';
import { own } from '../edit/records.ts';

/** The case fact that says that a step has been left, and the rule that asks for it. */
export interface Dependency {
  readonly fact: string;
  readonly rule: string;
}

/** Named after the step, so that the command that removes it finds what the other one added. */
export function dependencyOn(step: string): Dependency {
  const camel = step.replaceAll(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return {
    fact: `${camel.replaceAll('-', '').slice(0, 58)}Done`,
    rule: `after-${step.slice(0, 58)}`,
  };
}

export function factOf(document: PathwayDocument, step: string): Field {
  const label = own(document.steps, step)?.label ?? { it: step, en: step };
  return {
    type: 'boolean',
    label: { it: `Svolto: ${label.it}`, en: `Done: ${label.en}` },
    default: false,
  };
}
