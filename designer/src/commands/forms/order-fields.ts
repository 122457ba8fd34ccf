import { defineCommand } from '../command.ts';
import { withFieldOrder } from '../edit/fields.ts';
import { factNames, name } from '../readers.ts';
import { withForm } from './with-form.ts';

export const orderFields = defineCommand({
  name: 'order-fields',
  label: { it: 'Riordina i campi', en: 'Reorder the fields' },
  parameters: { form: name, order: factNames },
  edit: (document, { form, order }) =>
    withForm(document, form, (schema) => withFieldOrder(schema, order)),
});
