import { defineCommand } from '../command.ts';
import { withoutField } from '../edit/fields.ts';
import { factName, name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { saidUses } from '../uses/use.ts';
import { usesOfField } from '../uses/uses-of-field.ts';
import { withForm } from './with-form.ts';

export const removeField = defineCommand({
  name: 'remove-field',
  label: { it: 'Togli il campo', en: 'Remove the field' },
  parameters: { form: name, field: factName },
  edit: (document, { form, field }) => {
    const uses = usesOfField(document, form, field);
    if (uses.length > 0) return refuse('in-use', saidUses(uses), uses[0]!.path);
    return withForm(document, form, (schema) => withoutField(schema, field));
  },
});
