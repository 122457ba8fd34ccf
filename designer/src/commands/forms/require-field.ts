import { defineCommand } from '../command.ts';
import { unknownField, withRequired } from '../edit/fields.ts';
import { own } from '../edit/records.ts';
import { factName, name, yesOrNo } from '../readers.ts';
import { withForm } from './with-form.ts';

export const requireField = defineCommand({
  name: 'require-field',
  label: { it: 'Rendi il campo obbligatorio o facoltativo', en: 'Require the field or not' },
  parameters: { form: name, field: factName, isRequired: yesOrNo },
  edit: (document, { form, field, isRequired }) =>
    withForm(document, form, (schema) =>
      own(schema.properties, field) ? withRequired(schema, field, isRequired) : unknownField(field),
    ),
});
