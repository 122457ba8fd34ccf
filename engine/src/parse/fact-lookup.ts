import type { Field, ObjectSchema, PathwayDocument } from '../document.ts';
import { isPrivate } from '../forms/split-answer.ts';
import { kindsOf } from './kind-words.ts';
import type { DocumentProblem, Place } from './problem.ts';
import { listOf, problem } from './problems.ts';
import { own } from './scope.ts';

/** A declared fact's field, by its full name; `form` is what `answer.<name>` is read from. */
export function fieldOf(
  document: PathwayDocument,
  fact: string,
  form: ObjectSchema | undefined,
): Field | undefined {
  const [source, name] = fact.split('.');
  return own(schemaOf(document, source, form)?.properties ?? {}, name);
}

/** Why a fact can't be read here, if it can't. */
export function factProblem(
  document: PathwayDocument,
  fact: string,
  form: ObjectSchema | undefined,
  place: Place,
  formats?: readonly string[],
): DocumentProblem | undefined {
  const [source = '', name = ''] = fact.split('.');
  const schema = schemaOf(document, source, form);
  if (!schema) return problem('answer-not-here', place, name);
  const field = own(schema.properties, name);
  if (!field) {
    const known = listOf(Object.keys(schema.properties));
    return source === 'answer'
      ? problem('answer-field-unknown', place, name, known)
      : problem('fact-unknown', place, fact, known);
  }
  if (isPrivate(field)) return problem('fact-private', place, fact);
  if (formats && !formats.includes(field.format ?? '')) {
    return problem('fact-misfit', place, fact, kindsOf(formats));
  }
  return undefined;
}

function schemaOf(
  document: PathwayDocument,
  source: string | undefined,
  form: ObjectSchema | undefined,
): ObjectSchema | undefined {
  if (source === 'participant') return document.participant;
  return source === 'case' ? document.data : form;
}
