import { defineCommand } from '../command.ts';
import { withFieldOrder } from '../edit/fields.ts';
import { factNames } from '../readers.ts';
import { source, withFacts } from './with-facts.ts';

export const orderFacts = defineCommand({
  name: 'order-facts',
  label: { it: 'Riordina i dati', en: 'Reorder the facts' },
  parameters: { of: source, order: factNames },
  edit: (document, { of, order }) =>
    withFacts(document, of, (schema) => withFieldOrder(schema, order)),
});
