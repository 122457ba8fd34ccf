import type { Field, ObjectSchema, PathwayDocument, RecordValue, Words } from '../document.ts';
import { checkFact } from '../forms/field-value.ts';
import { factProblem } from './fact-lookup.ts';
import type { DocumentProblem, Place } from './problem.ts';
import { listOf, problem } from './problems.ts';
import { type Check, own } from './scope.ts';

/** `record` sets declared facts of the case to what fits them. */
export const recordsFit: Check = ({ document, effects }) =>
  effects.flatMap(({ effect, place, form }) =>
    effect.type !== 'record'
      ? []
      : Object.entries(effect.params).flatMap(([name, value]) =>
          checkRecord(document, name, value, form, [...place, 'params', name]),
        ),
  );

function checkRecord(
  document: PathwayDocument,
  name: string,
  value: RecordValue,
  form: ObjectSchema | undefined,
  place: Place,
): DocumentProblem[] {
  const fact = own(document.data.properties, name);
  if (!fact) {
    return [problem('fact-unknown', place, name, listOf(Object.keys(document.data.properties)))];
  }
  if (value === null) return [];
  if (typeof value === 'object' && 'answer' in value) {
    return checkAnswerRecord(document, name, fact, value.answer, form, place);
  }
  const wrong = literalFault(fact, value);
  return wrong ? [problem('record-misfit', place, name, wrong)] : [];
}

function literalFault(fact: Field, value: unknown): Words | undefined {
  if (typeof value !== 'object' || value === null || !('add' in value)) {
    return checkFact(fact, value)?.message;
  }
  const isNumeric = fact.type === 'integer' || fact.type === 'number';
  if (!isNumeric) {
    return { it: 'si aumentano solo i numeri.', en: 'only numbers can be increased.' };
  }
  const { minimum: _least, maximum: _most, format: _format, ...step } = fact;
  return checkFact(step, value.add)?.message;
}

function checkAnswerRecord(
  document: PathwayDocument,
  name: string,
  fact: Field,
  answer: string,
  form: ObjectSchema | undefined,
  place: Place,
): DocumentProblem[] {
  const unreadable = factProblem(document, `answer.${answer}`, form, [...place, 'answer']);
  if (unreadable) return [unreadable];
  const field = own(form?.properties ?? {}, answer)!;
  if (mayBecome(field, fact)) return [];
  const right = {
    it: `la domanda «${answer}» deve avere lo stesso tipo e le stesse scelte.`,
    en: `question “${answer}” must have the same type and choices.`,
  };
  return [problem('record-misfit', place, name, right)];
}

/** Whether every answer to the field is a value of the fact, as far as types and choices tell. */
function mayBecome(field: Field, fact: Field): boolean {
  if (fact.type === 'number' && field.type === 'integer') return true;
  if (field.type !== fact.type) return false;
  const choices = field.oneOf ?? field.items?.oneOf;
  const allowed = fact.oneOf ?? fact.items?.oneOf;
  if (allowed) {
    return choices?.every((one) => allowed.some((other) => other.const === one.const)) ?? false;
  }
  return choices === undefined && (field.type !== 'string' || field.format === fact.format);
}
