import { defineCommand } from '../command.ts';
import { withoutDeclared } from '../edit/declarations.ts';
import { name } from '../readers.ts';
import { usesOfForm } from '../uses/uses-of-form.ts';

export const removeForm = defineCommand({
  name: 'remove-form',
  label: { it: 'Togli il modulo', en: 'Remove the form' },
  parameters: { form: name },
  edit: (document, { form }) =>
    withoutDeclared(document, 'forms', form, usesOfForm(document, form)),
});
