import type { Field, ObjectSchema, Words } from '../document.ts';
import { FAULTS, type FaultCode } from './faults.ts';
import { checkFact } from './field-value.ts';

/** One fault of an answer: `path` is the field's name, empty for the answer as a whole. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly message: Words;
}

/** What is wrong with an answer to a form (or with data for a schema); empty where nothing is. */
export function checkAnswer(schema: ObjectSchema, answer: unknown): readonly Fault[] {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return [faultAt('', 'not-a-form')];
  }
  const values = new Map<string, unknown>(Object.entries(answer));
  const unknown = [...values.keys()].filter((name) => !Object.hasOwn(schema.properties, name));
  const faults = unknown.map((name) => faultAt(name, 'unknown-field'));
  for (const [name, field] of Object.entries(schema.properties)) {
    const isRequired = schema.required?.includes(name) ?? false;
    const fault = checkField(name, field, isRequired, values.get(name));
    if (fault) faults.push(fault);
  }
  return faults;
}

function checkField(
  path: string,
  field: Field,
  isRequired: boolean,
  value: unknown,
): Fault | undefined {
  if (isRequired && field.format === 'consent' && value !== true) {
    return faultAt(path, 'consent-needed');
  }
  if (isRequired && isEmpty(value)) return faultAt(path, 'required');
  if (value === undefined) return undefined;
  const fault = checkFact(field, value);
  return fault && { path, ...fault };
}

/** A required text of blanks only, or a list without a choice, is as good as missing. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function faultAt(path: string, code: FaultCode): Fault {
  return { path, code, message: FAULTS[code](0) };
}
