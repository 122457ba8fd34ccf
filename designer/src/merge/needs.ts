import type { MachineEffect, MachineTransition, Rule } from '@percorso/engine';
import { leavesOf } from '../commands/edit/rules.ts';
import { targetOf } from '../document-steps.ts';

/** The elements that a transition names. */
export function needsOfTransition(transition: MachineTransition): string[] {
  const target = targetOf(transition);
  return [
    ...(target === undefined ? [] : [`step/${target}`]),
    ...(transition.guard === undefined ? [] : [`rule/${transition.guard}`]),
    ...(transition.actions ?? []).flatMap(needsOfEffect),
  ];
}

export function needsOfEffect({ type, params }: MachineEffect): string[] {
  if (type === 'message') return [`message/${params.message}`];
  return Object.keys(params).map((fact) => `fact/case/${fact}`);
}

export function needsOfRule(rule: Rule): string[] {
  return leavesOf(rule).flatMap(([leaf]) =>
    'rule' in leaf ? [`rule/${leaf.rule}`] : needsOfFact(leaf.fact),
  );
}

/** Of one property of an activity's input: a form, messages, and facts at any depth. */
export function needsOfInput(property: string, value: unknown): string[] {
  if (property === 'form') return [`form/${value}`];
  if (property === 'messages') {
    return Object.values(value as object).map((message) => `message/${message}`);
  }
  return factsInside(value).flatMap(needsOfFact);
}

function factsInside(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'fact' && typeof inner === 'string' ? [inner] : factsInside(inner),
  );
}

/** An answer is a field of whichever form arrives: no element can be named for it. */
function needsOfFact(fact: string): string[] {
  const [source, name] = fact.split('.');
  return source === 'answer' ? [] : [`fact/${source}/${name}`];
}
