import type { Field, ObjectSchema } from '@percorso/engine';
import type { CommandRefusal } from '../command.ts';
import { refuse } from '../refusals.ts';
import { isOrderOf, own, renamed, withKey, without } from './records.ts';

type Edited = ObjectSchema | CommandRefusal;

/** The schema with one more field, at a place in its order or after the others. */
export function withField(schema: ObjectSchema, name: string, field: Field, at?: number): Edited {
  if (Object.hasOwn(schema.properties, name)) return refuse('name-taken', name);
  const fields = Object.entries(schema.properties);
  const properties = Object.fromEntries(fields.toSpliced(at ?? fields.length, 0, [name, field]));
  return { ...schema, properties };
}

export function withChangedField(schema: ObjectSchema, name: string, field: Field): Edited {
  if (!own(schema.properties, name)) return unknownField(name);
  return { ...schema, properties: { ...schema.properties, [name]: field } };
}

/** The schema without a field, which is then no longer required either. */
export function withoutField(schema: ObjectSchema, name: string): Edited {
  if (!own(schema.properties, name)) return unknownField(name);
  const properties = without(schema.properties, name);
  return withRequired({ ...schema, properties }, name, false);
}

export function withRenamedField(schema: ObjectSchema, name: string, to: string): Edited {
  if (!own(schema.properties, name)) return unknownField(name);
  if (name === to) return schema;
  if (own(schema.properties, to)) return refuse('name-taken', to);
  const properties = renamed(schema.properties, name, to);
  const required = schema.required?.map((one) => (one === name ? to : one));
  return { ...schema, properties, ...(required && { required }) };
}

export function withFieldOrder(schema: ObjectSchema, order: readonly string[]): Edited {
  if (!isOrderOf(order, Object.keys(schema.properties))) return refuse('order-wrong');
  const properties = order.map((name) => [name, schema.properties[name]!] as const);
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** The schema in which a field must be filled in, or may be left empty. */
export function withRequired(
  schema: ObjectSchema,
  name: string,
  isRequired: boolean,
): ObjectSchema {
  const before = schema.required ?? [];
  if (before.includes(name) === isRequired) return schema;
  const required = isRequired ? [...before, name] : before.filter((one) => one !== name);
  return withKey(schema, 'required', required.length > 0 ? required : undefined);
}

export function unknownField(name: string): CommandRefusal {
  return refuse('name-unknown', { it: `il dato o campo «${name}»`, en: `fact or field “${name}”` });
}
