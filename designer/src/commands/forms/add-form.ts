import { defineCommand } from '../command.ts';
import { declared } from '../edit/declarations.ts';
import { name, words } from '../readers.ts';

/** An empty form; its fields are added one by one. */
export const addForm = defineCommand({
  name: 'add-form',
  label: { it: 'Aggiungi un modulo', en: 'Add a form' },
  parameters: { form: name, label: words },
  edit: (document, { form, label }) =>
    declared(document, 'forms', form, { type: 'object', label, properties: {} }),
});
