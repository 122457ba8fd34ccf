import type { Rule } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { declared } from '../edit/declarations.ts';
import { name, part } from '../readers.ts';

const parameters = { rule: name, is: part<Rule>() };

export const addRule = defineCommand({
  name: 'add-rule',
  label: { it: 'Aggiungi una condizione', en: 'Add a condition' },
  parameters,
  edit: (document, { rule, is }) => declared(document, 'rules', rule, is),
});
