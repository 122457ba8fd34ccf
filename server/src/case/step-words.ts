import type { FactValue, Field, Pathway, Words } from '@percorso/engine';
import type { StepSummary } from '../contract/cases.ts';
import type { Language } from '../contract/words.ts';
import { instantInWords } from './messages.ts';

/** A step as the interface shows it; its stage may be that of a step around it. */
export function stepSummary({ document, steps }: Pathway, step: string): StepSummary {
  const around = [step, ...(steps[step]?.parents ?? []).toReversed()];
  const stageId = around.map((key) => document.steps[key]?.stage).find((id) => id !== undefined);
  const stage = document.stages.find(({ id }) => id === stageId);
  return {
    step,
    label: document.steps[step]?.label ?? { it: step, en: step },
    stage: stage?.id ?? null,
    stageLabel: stage?.label ?? null,
    colour: stage?.colour ?? 'grey',
  };
}

const YES: Words = { it: 'Sì', en: 'Yes' };
const NO: Words = { it: 'No', en: 'No' };

/** What stands for values that only the database can name, such as an edition's id. */
export type Names = ReadonlyMap<string, Words>;

/** A fact or an answer, as its field would show it. */
export function valueInWords(field: Field, value: FactValue, names: Names): Words {
  return {
    it: inLanguage(field, value, 'it', names),
    en: inLanguage(field, value, 'en', names),
  };
}

function inLanguage(field: Field, value: FactValue, language: Language, names: Names): string {
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  if (typeof value === 'number') {
    const number = value.toLocaleString(language === 'it' ? 'it-IT' : 'en-GB');
    return field.unit ? `${number} ${field.unit[language]}` : number;
  }
  const choices = field.oneOf ?? field.items?.oneOf ?? [];
  const chosen = (one: string) =>
    choices.find((choice) => choice.const === one)?.label[language] ?? one;
  if (typeof value !== 'string') return value.map(chosen).join(', ');
  if (field.format === 'date') return dateInWords(value, language);
  if (field.format === 'date-time') return instantInWords(value, language);
  if (field.format === 'edition') return names.get(value)?.[language] ?? value;
  return chosen(value);
}

/** «21 novembre 2026». */
export function dateInWords(date: string, language: Language): string {
  const locale = language === 'it' ? 'it-IT' : 'en-GB';
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long' });
}
