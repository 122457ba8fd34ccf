import type { Answer, FactValue, Field, ObjectSchema } from '@percorso/engine';
import { localTimeOf, romeInstant } from './rome-time.ts';

/** What stands in the controls of a form while it is filled in; numbers and dates as typed. */
export type Draft = Readonly<Record<string, DraftValue>>;
export type DraftValue = string | boolean | readonly string[] | undefined;

/** The draft with which a form is offered: the values known already, else the fields' defaults. */
export function draftOf(schema: ObjectSchema, known: Answer = {}): Draft {
  const entries = Object.entries(schema.properties).map(([name, field]) => {
    const value = known[name] ?? field.default;
    return [name, value === undefined ? undefined : draftValue(field, value)] as const;
  });
  return Object.fromEntries(entries);
}

function draftValue(field: Field, value: FactValue): DraftValue {
  if (field.format === 'date-time') return localTimeOf(String(value));
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

/** The answer that a draft makes: what is empty is absent, numbers are numbers. */
export function answerOf(schema: ObjectSchema, draft: Draft): Answer {
  const answer: Record<string, FactValue> = {};
  for (const [name, field] of Object.entries(schema.properties)) {
    const value = answerValue(field, draft[name]);
    if (value !== undefined) answer[name] = value;
  }
  return answer;
}

function answerValue(field: Field, value: DraftValue): FactValue | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return value.length > 0 ? value : undefined;
  const text = value.trim();
  if (text === '') return undefined;
  if (field.format === 'date-time') return romeInstant(text) ?? text;
  if (field.type === 'integer' || field.type === 'number') return numberOf(text) ?? text;
  return text;
}

/** Italians write 7,5. What is no number stays as typed, so that the check can say so. */
function numberOf(text: string): number | undefined {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
