import type { Field, PathwayDocument, Rule } from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { leavesOf } from '../commands/edit/rules.ts';

export interface TriedFact {
  readonly fact: string;
  readonly field: Field;
}

/** The facts that a rule reads, each once, with those of the rules that it refers to. */
export function triedFacts(document: PathwayDocument, rule: Rule): readonly TriedFact[] {
  const found = new Map<string, TriedFact>();
  const read = new Set<string>();
  const visit = (one: Rule) => {
    for (const [leaf] of leavesOf(one)) {
      if ('fact' in leaf) {
        const field = declaredField(document, leaf.fact);
        if (field) found.set(leaf.fact, { fact: leaf.fact, field });
        continue;
      }
      const named = own(document.rules, leaf.rule);
      if (!named || read.has(leaf.rule)) continue;
      read.add(leaf.rule);
      visit(named);
    }
  };
  visit(rule);
  return [...found.values()];
}

/** The field that declares a fact; of an answer, the first form's that has one. */
export function declaredField(document: PathwayDocument, fact: string): Field | undefined {
  const [source, name] = fact.split('.');
  const schemas = {
    participant: [document.participant],
    case: [document.data],
    answer: Object.values(document.forms),
  }[source ?? ''];
  return schemas
    ?.map(({ properties }) => own(properties, name))
    .find((field) => field !== undefined);
}
