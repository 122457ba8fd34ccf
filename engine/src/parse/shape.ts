import { checkShape, type ShapeError } from '../generated/document-shape.ts';
import type { DocumentProblem } from './problem.ts';
import { problemAt } from './problems.ts';

/** The first thing that the published schema says against a value: keys, types, names, lengths. */
export function checkDocumentShape(value: unknown): DocumentProblem[] {
  if (checkShape(value)) return [];
  const errors = (checkShape.errors ?? []).filter((error) => !BRACKETS.has(error.keyword));
  return errors.map(problemOf);
}

/** Keywords that only repeat what an error inside them says already. */
const BRACKETS = new Set(['if', 'propertyNames']);

function problemOf(error: ShapeError): DocumentProblem {
  const { keyword, instancePath: path, params } = error;
  if (error.propertyName !== undefined) {
    return problemAt('name-malformed', `${path}/${escaped(error.propertyName)}`, pattern(params));
  }
  switch (keyword) {
    case 'required':
      return problemAt('key-missing', path, String(params.missingProperty));
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      return problemAt('key-unknown', `${path}/${escaped(key)}`, key);
    }
    case 'pattern':
      return problemAt('name-malformed', path, pattern(params));
    case 'type':
      return problemAt('type-wrong', path, String(params.type));
    case 'const':
      return problemAt('value-not-allowed', path, JSON.stringify(params.allowedValue));
    case 'enum':
      return problemAt('value-not-allowed', path, listed(params.allowedValues));
    default:
      return problemAt('size-wrong', path, `${keyword} ${String(params.limit)}`);
  }
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : '';
}

function pattern(params: ShapeError['params']): string {
  return String(params.pattern);
}
