import type { Answer } from '../case.ts';
import type { Field, ObjectSchema } from '../document.ts';

/**
 * Whether what is written in the field is free text or a way to reach a person. Such answers are
 * kept apart (so that they can be erased): no rule reads them, no fact or trace entry holds them.
 */
export function isPrivate(field: Field): boolean {
  if (field.type !== 'string' || field.oneOf) return false;
  return !['date', 'date-time', 'edition'].includes(field.format ?? '');
}

/** Parts a checked answer into what the trace may keep and what it may not. */
export function splitAnswer(
  schema: ObjectSchema,
  answer: Answer,
): { traced: Answer; private: Record<string, string> } {
  const isKeptApart = (name: string) => {
    // A name that the form doesn't have can't be known to be harmless.
    const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    return field === undefined || isPrivate(field);
  };
  const entries = Object.entries(answer);
  const apart = entries.filter(([name]) => isKeptApart(name));
  return {
    traced: Object.fromEntries(entries.filter(([name]) => !isKeptApart(name))),
    private: Object.fromEntries(apart.map(([name, value]) => [name, String(value)])),
  };
}
