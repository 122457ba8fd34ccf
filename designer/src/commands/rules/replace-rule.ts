import type { Rule } from '@percorso/engine';
import { defineCommand } from '../command.ts';
import { redeclared } from '../edit/declarations.ts';
import { name, part } from '../readers.ts';

const parameters = { rule: name, is: part<Rule>() };

/** Change pattern 13, “update condition”: wherever the rule is used, it means the new one. */
export const replaceRule = defineCommand({
  name: 'replace-rule',
  label: { it: 'Cambia la condizione', en: 'Change the condition' },
  parameters,
  edit: (document, { rule, is }) => redeclared(document, 'rules', rule, is),
});
