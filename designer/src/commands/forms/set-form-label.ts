import { defineCommand } from '../command.ts';
import { name, words } from '../readers.ts';
import { withForm } from './with-form.ts';

export const setFormLabel = defineCommand({
  name: 'set-form-label',
  label: { it: 'Cambia il titolo del modulo', en: "Change the form's title" },
  parameters: { form: name, label: words },
  edit: (document, { form, label }) => withForm(document, form, (one) => ({ ...one, label })),
});
