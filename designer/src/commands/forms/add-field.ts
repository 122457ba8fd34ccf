import type { Field } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { withField } from '../edit/fields.ts';
import { factName, index, name, optional, part } from '../readers.ts';
import { withForm } from './with-form.ts';

const parameters = { form: name, field: factName, is: part<Field>(), at: optional(index) };

export const addField = defineCommand({
  name: 'add-field',
  label: { it: 'Aggiungi un campo', en: 'Add a field' },
  parameters,
  edit: (document, { form, field, is, at }) =>
    withForm(document, form, (schema) => withField(schema, field, is, at)),
});
