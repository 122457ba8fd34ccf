import { defineCommand } from '../command.ts';
import { withoutDeclared } from '../edit/declarations.ts';
import { name } from '../readers.ts';
import { usesOfRule } from '../uses/uses-of-rule.ts';

export const removeRule = defineCommand({
  name: 'remove-rule',
  label: { it: 'Togli la condizione', en: 'Remove the condition' },
  parameters: { rule: name },
  edit: (document, { rule }) =>
    withoutDeclared(document, 'rules', rule, usesOfRule(document, rule)),
});
