import type { Field } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { withChangedField } from '../edit/fields.ts';
import { factName, name, part } from '../readers.ts';
import { withForm } from './with-form.ts';

const parameters = { form: name, field: factName, is: part<Field>() };

export const changeField = defineCommand({
  name: 'change-field',
  label: { it: 'Cambia il campo', en: 'Change the field' },
  parameters,
  edit: (document, { form, field, is }) =>
    withForm(document, form, (schema) => withChangedField(schema, field, is)),
});
