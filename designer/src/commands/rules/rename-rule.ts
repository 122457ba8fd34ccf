import { defineCommand, isRefusal } from '../command.ts';
import { withNewName } from '../edit/declarations.ts';
import { withNodes } from '../edit/nodes.ts';
import { withRules } from '../edit/rules.ts';
import { mapTransitions } from '../edit/transitions.ts';
import { name } from '../readers.ts';

/** Another name for a rule, on every transition and in every rule that refers to it. */
export const renameRule = defineCommand({
  name: 'rename-rule',
  label: { it: 'Rinomina la condizione', en: 'Rename the condition' },
  parameters: { rule: name, to: name },
  edit: (document, { rule, to }) => {
    const declared = withNewName(document, 'rules', rule, to);
    if (isRefusal(declared) || rule === to) return declared;
    const inRules = withRules(declared, (leaf) =>
      'rule' in leaf && leaf.rule === rule ? { rule: to } : leaf,
    );
    return withNodes(inRules, (node) =>
      mapTransitions(node, (one) => (one.guard === rule ? { ...one, guard: to } : one)),
    );
  },
});
