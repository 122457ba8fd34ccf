import type { Field } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { withChangedField } from '../edit/fields.ts';
import { factName, part } from '../readers.ts';
import { source, withFacts } from './with-facts.ts';

const parameters = { of: source, fact: factName, is: part<Field>() };

/** Another type is refused where a rule or a record no longer fits it. */
export const changeFact = defineCommand({
  name: 'change-fact',
  label: { it: 'Cambia il dato', en: 'Change the fact' },
  parameters,
  edit: (document, { of, fact, is }) =>
    withFacts(document, of, (schema) => withChangedField(schema, fact, is)),
});
