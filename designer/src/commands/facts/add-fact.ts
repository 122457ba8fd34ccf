import type { Field } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { withField } from '../edit/fields.ts';
import { factName, part } from '../readers.ts';
import { source, withFacts } from './with-facts.ts';

const parameters = { of: source, fact: factName, is: part<Field>() };

export const addFact = defineCommand({
  name: 'add-fact',
  label: { it: 'Aggiungi un dato', en: 'Add a fact' },
  parameters,
  edit: (document, { of, fact, is }) =>
    withFacts(document, of, (schema) => withField(schema, fact, is)),
});
