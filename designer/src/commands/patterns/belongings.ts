import type { PathwayDocument } from '@percorso/engine';
import { own } from '../edit/records.ts';
import { leavesOf, rulesInside } from '../edit/rules.ts';
import { placedActivities, placedEffects, placedTransitions } from '../uses/use.ts';

/** What steps need to mean the same in another document: the names of declarations. */
export interface Belongings {
  readonly rules: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  /** Full names, such as `case.goal` and `participant.age`. */
  readonly facts: ReadonlySet<string>;
  /** Of the case, by bare name: those that the steps set. */
  readonly recorded: ReadonlySet<string>;
}

/** What belongs to the steps of these keys; the steps inside them have to be named too. */
export function belongingsOf(document: PathwayDocument, steps: ReadonlySet<string>): Belongings {
  const here = ({ step }: { readonly step: string }) => steps.has(step);
  const transitions = placedTransitions(document).filter(here);
  const activities = placedActivities(document).filter(here);
  const effects = placedEffects(document).filter(here);
  const rules = new Set(
    transitions.flatMap(({ transition: { guard } }) =>
      guard === undefined ? [] : [...rulesInside(document, guard)],
    ),
  );
  const actions = transitions.flatMap(({ cause }) =>
    cause.kind === 'action' ? [cause.name!] : [],
  );
  const recorded = effects.flatMap(({ effect }) =>
    effect.type === 'record' ? Object.keys(effect.params) : [],
  );
  return {
    rules,
    actions: new Set(actions),
    forms: new Set([
      ...actions.flatMap((action) => own(document.actions, action)?.form ?? []),
      ...activities.flatMap(({ activity }) => activity.input.form ?? []),
    ]),
    messages: new Set([
      ...effects.flatMap(({ effect }) => (effect.type === 'message' ? effect.params.message : [])),
      ...activities.flatMap(({ activity }) => Object.values(activity.input.messages ?? {})),
    ]),
    stages: new Set([...steps].flatMap((step) => own(document.steps, step)?.stage ?? [])),
    facts: new Set([
      ...[...rules].flatMap((rule) => factsOfRule(document, rule)),
      ...activities.flatMap(({ activity }) => factsIn(activity.input)),
      ...recorded.map((name) => `case.${name}`),
    ]),
    recorded: new Set(recorded),
  };
}

export function factsOfRule(document: PathwayDocument, rule: string): readonly string[] {
  const leaves = leavesOf(document.rules[rule]!).map(([leaf]) => leaf);
  return leaves.flatMap((leaf) => ('fact' in leaf ? leaf.fact : []));
}

/** Every `{fact}` in an activity's input. */
function factsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'fact' && typeof inner === 'string' ? [inner] : factsIn(inner),
  );
}

/** The document's declarations of these belongings, and no others. */
export function declarationsOf(document: PathwayDocument, belongings: Belongings) {
  const only = <T>(record: Readonly<Record<string, T>>, wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => wanted(name)));
  const facts = (of: string) => (name: string) => belongings.facts.has(`${of}.${name}`);
  return {
    rules: only(document.rules, (name) => belongings.rules.has(name)),
    forms: only(document.forms, (name) => belongings.forms.has(name)),
    actions: only(document.actions, (name) => belongings.actions.has(name)),
    messages: only(document.messages, (name) => belongings.messages.has(name)),
    stages: document.stages.filter(({ id }) => belongings.stages.has(id)),
    case: only(document.data.properties, facts('case')),
    participant: only(document.participant.properties, facts('participant')),
  };
}
