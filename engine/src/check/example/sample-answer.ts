import type { Answer } from '../../case.ts';
import type { Facts, FactValue, Field, ObjectSchema } from '../../document.ts';
import { checkFact } from '../../forms/field-value.ts';

/** A valid answer to a form with these values in it, and nothing that is not required. */
export function sampleAnswer(schema: ObjectSchema, chosen: Facts): Answer {
  const answer: Record<string, FactValue> = {};
  for (const [name, field] of Object.entries(schema.properties)) {
    const value = chosen[name];
    if (value !== undefined) answer[name] = value;
    else if (schema.required?.includes(name)) answer[name] = sampleValue(field);
  }
  return answer;
}

function sampleValue(field: Field): FactValue {
  const values = [field.default, ...samples(field)];
  return values.find((value) => value !== undefined && checkFact(field, value) === undefined) ?? '';
}

function samples(field: Field): FactValue[] {
  switch (field.type) {
    case 'boolean':
      return [true];
    case 'integer':
    case 'number':
      return [field.minimum ?? 0, field.maximum ?? 1, Math.ceil(field.minimum ?? 0)];
    case 'array': {
      const options = (field.items?.oneOf ?? []).map((option) => option.const);
      return [options.slice(0, Math.max(1, field.minItems ?? 1))];
    }
    case 'string':
      return field.oneOf ? field.oneOf.map((option) => option.const) : TEXTS;
  }
}

/** One of each format. */
const TEXTS = [
  '2026-03-02',
  '2026-03-02T09:00:00.000Z',
  'esempio@example.org',
  '+39 02 1234567',
  'esempio',
  'e',
];
