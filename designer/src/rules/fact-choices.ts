import { type Field, isPrivate, type ObjectSchema, type PathwayDocument } from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { leavesOf, rulesInside } from '../commands/edit/rules.ts';
import type { TransitionPlace } from '../commands/edit/transitions.ts';
import { placedTransitions } from '../commands/uses/use.ts';

export type FactSource = 'participant' | 'case' | 'answer';

/** One fact that a condition may read, under its full name. */
export interface FactChoice {
  readonly fact: string;
  readonly source: FactSource;
  readonly field: Field;
}

/**
 * The facts that a condition may read where it is used: the person's, the case's, and the answers
 * of the form that comes with the transition (with each of them, where the rule has several).
 */
export function factChoices(
  document: PathwayDocument,
  places: readonly TransitionPlace[],
): readonly FactChoice[] {
  const forms = places.map((place) => formAt(document, place));
  return [
    ...choicesIn('participant', document.participant),
    ...choicesIn('case', document.data),
    ...choicesIn('answer', sharedFields(forms)),
  ];
}

function choicesIn(source: FactSource, schema: ObjectSchema | undefined): FactChoice[] {
  return Object.entries(schema?.properties ?? {})
    .filter(([, field]) => !isPrivate(field))
    .map(([name, field]) => ({ fact: `${source}.${name}`, source, field }));
}

/** The form that comes with a transition. */
function formAt(document: PathwayDocument, place: TransitionPlace): ObjectSchema | undefined {
  const found = placedTransitions(document).find(
    ({ step, cause }) =>
      step === place.from && cause.kind === place.kind && cause.name === place.name,
  );
  return own(document.forms, found?.form);
}

/** The fields that all of the forms have; none where a form is missing. */
function sharedFields(forms: readonly (ObjectSchema | undefined)[]): ObjectSchema | undefined {
  const [first, ...others] = forms;
  if (!first) return undefined;
  const properties = Object.entries(first.properties).filter(([name]) =>
    others.every((form) => own(form?.properties, name) !== undefined),
  );
  return { ...first, properties: Object.fromEntries(properties) };
}

/** The transitions that a rule decides: by itself, or inside another rule. */
export function placesOfRule(document: PathwayDocument, rule: string): readonly TransitionPlace[] {
  const counts = new Map<string, number>();
  return placedTransitions(document).flatMap(({ step, cause, transition }) => {
    const key = `${step} ${cause.kind} ${cause.name ?? ''}`;
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    const { guard } = transition;
    const isRead = guard !== undefined && rulesInside(document, guard).has(rule);
    return isRead ? [{ from: step, ...cause, index }] : [];
  });
}

/** The rules that a rule may be made of: none that holds it, none that reads another answer. */
export function ruleChoices(
  document: PathwayDocument,
  rule: string | undefined,
  facts: readonly FactChoice[],
): readonly string[] {
  const readable = new Set(facts.map(({ fact }) => fact));
  return Object.keys(document.rules).filter((name) => {
    const inside = rulesInside(document, name);
    if (rule !== undefined && inside.has(rule)) return false;
    return [...inside].every((one) =>
      leavesOf(own(document.rules, one)!).every(
        ([leaf]) =>
          !('fact' in leaf) || !leaf.fact.startsWith('answer.') || readable.has(leaf.fact),
      ),
    );
  });
}
