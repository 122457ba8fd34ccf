import {
  type Assignee,
  type Field,
  type Language,
  type PathwayDocument,
  ROLES,
  type Role,
} from '@percorso/engine';
import type { Installation } from '../../editor/props.ts';
import type { ChoiceGroup } from '../choices.ts';
import { ROLE_WORDS } from '../named-words.ts';
import { assigneeWords } from './activity-words.ts';
import { ACTIVITY } from './words.ts';

/** An assignee as the value of a list. */
export function assigneeValue(assignee: Assignee): string {
  if ('role' in assignee) return `role:${assignee.role}`;
  const { organisation } = assignee;
  return typeof organisation === 'string'
    ? `organisation:${organisation}`
    : `fact:${organisation.fact}`;
}

export function assigneeOf(value: string): Assignee {
  const at = value.indexOf(':');
  const [kind, name] = [value.slice(0, at), value.slice(at + 1)];
  if (kind === 'role') return { role: name as Role };
  return { organisation: kind === 'fact' ? { fact: name } : name };
}

/** Who may do an activity: roles, the programme's organisations, or what a fact of the case says. */
export function assigneeChoices(
  document: PathwayDocument,
  { organisations, ...rest }: Installation,
  language: Language,
  present: Assignee | undefined,
): ChoiceGroup[] {
  const installation = { organisations, ...rest };
  const named = Object.entries(document.data.properties).filter(([, field]) =>
    mayName(field, organisations),
  );
  const groups: ChoiceGroup[] = [
    {
      group: ACTIVITY.roles[language],
      items: ROLES.map((role) => ({
        value: `role:${role}`,
        label: ROLE_WORDS[role][language],
      })),
    },
    {
      group: ACTIVITY.organisations[language],
      items: organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })),
    },
    {
      group: ACTIVITY.byFact[language],
      items: named.map(([name, { label }]) => ({
        value: `fact:case.${name}`,
        label: label[language],
      })),
    },
  ];
  const value = present && assigneeValue(present);
  const isThere = groups.some(({ items }) => items.some((item) => item.value === value));
  if (present && value !== undefined && !isThere) {
    const label = assigneeWords(document, installation, present)[language];
    groups.unshift({ group: ACTIVITY.who[language], items: [{ value, label }] });
  }
  return groups.filter(({ items }) => items.length > 0);
}

/** Whether a fact chooses among organisations: one of its choices is one. */
function mayName({ oneOf }: Field, organisations: Installation['organisations']): boolean {
  return oneOf?.some((option) => organisations.some(({ id }) => id === option.const)) ?? false;
}
