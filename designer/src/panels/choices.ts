import type { Field, Language, PathwayDocument, Words } from '@percorso/engine';
import { nodesOf } from '../commands/edit/nodes.ts';
import { capital, formLabel, messageLabel, ruleWords, stepLabel } from './sentences.ts';

/** One choice of a list; what is shown is never a name of ours. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly group: string;
  readonly items: Choice[];
}

/** The steps to which an arrow may lead, each under the group that contains it. */
export function stepChoices(
  document: PathwayDocument,
  language: Language,
  isChoice: (step: string) => boolean = () => true,
): ChoiceGroup[] {
  const groups = new Map<string, ChoiceGroup>();
  for (const { key, parent, way } of nodesOf(document)) {
    if (parent === undefined || !isChoice(key)) continue;
    const around = way.slice(1, -1).map((one) => stepLabel(document, one)[language]);
    const group = around.length > 0 ? around.join(' › ') : document.title[language];
    const place = groups.get(parent) ?? { group, items: [] };
    place.items.push({ value: key, label: stepLabel(document, key)[language] });
    groups.set(parent, place);
  }
  return uniqueGroups([...groups.values()]);
}

/** Two groups may be called the same, and a list would draw them as one. */
function uniqueGroups(groups: readonly ChoiceGroup[]): ChoiceGroup[] {
  const seen = new Map<string, number>();
  return groups.map(({ group, items }) => {
    const count = (seen.get(group) ?? 0) + 1;
    seen.set(group, count);
    return { group: count > 1 ? `${group} (${count})` : group, items };
  });
}

export function actionChoices(document: PathwayDocument, language: Language): Choice[] {
  return sorted(document.actions, ({ label }) => label, language);
}

export function ruleChoices(document: PathwayDocument, language: Language): Choice[] {
  return Object.keys(document.rules).map((value) => ({
    value,
    label: capital(ruleWords(document, value)[language]),
  }));
}

export function formChoices(document: PathwayDocument, language: Language): Choice[] {
  return sorted(document.forms, (_, name) => formLabel(document, name), language);
}

export function messageChoices(document: PathwayDocument, language: Language): Choice[] {
  return sorted(document.messages, (_, name) => messageLabel(document, name), language);
}

/** The case's own facts that fit a purpose, by their short names. */
export function factChoices(
  document: PathwayDocument,
  language: Language,
  fits: (field: Field) => boolean = () => true,
): Choice[] {
  return Object.entries(document.data.properties)
    .filter(([, field]) => fits(field))
    .map(([value, { label }]) => ({ value, label: label[language] }));
}

function sorted<T>(
  record: Readonly<Record<string, T>>,
  label: (value: T, name: string) => Words,
  language: Language,
): Choice[] {
  return Object.entries(record)
    .map(([name, one]) => ({ value: name, label: label(one, name)[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
