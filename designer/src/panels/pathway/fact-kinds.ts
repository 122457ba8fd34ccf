import { isPrivate } from '@percorso/engine';
import { FIELD_KINDS, type FieldKind, newField } from '../../forms/field-kinds.ts';

/** What a fact of the case can be: nothing private, since facts are kept and traced. */
export const FACT_KINDS: readonly FieldKind[] = FIELD_KINDS.filter(
  (kind) => !isPrivate(newField(kind, undefined)),
);
