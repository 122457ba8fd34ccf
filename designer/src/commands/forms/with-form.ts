import type { ObjectSchema, PathwayDocument } from '@percorso/engine';
import { type CommandRefusal, isRefusal } from '../command.ts';
import { redeclared, undeclared } from '../edit/declarations.ts';

/** The document with one of its forms changed. */
export function withForm(
  document: PathwayDocument,
  form: string,
  change: (schema: ObjectSchema) => ObjectSchema | CommandRefusal,
): PathwayDocument | CommandRefusal {
  const unknown = undeclared(document, 'forms', form);
  if (unknown) return unknown;
  const before = document.forms[form]!;
  const after = change(before);
  if (isRefusal(after)) return after;
  return after === before ? document : redeclared(document, 'forms', form, after);
}
