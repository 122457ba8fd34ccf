import type { PathwayDocument } from '@percorso/engine';
import { defineCommand, isRefusal } from '../command.ts';
import { withRenamedField } from '../edit/fields.ts';
import { withNodes } from '../edit/nodes.ts';
import { mapList, mapValues } from '../edit/records.ts';
import { rulesInside, withRules } from '../edit/rules.ts';
import { mapTransitions } from '../edit/transitions.ts';
import { factName, name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { formOf, placedTransitions } from '../uses/use.ts';
import { rulesReading } from '../uses/uses-of-field.ts';
import { withForm } from './with-form.ts';

/** Another name for a form's field, where its answer is recorded and in the rules that read it. */
export const renameField = defineCommand({
  name: 'rename-field',
  label: { it: 'Rinomina il campo', en: 'Rename the field' },
  parameters: { form: name, field: factName, to: factName },
  edit: (document, { form, field, to }) => {
    const changed = withForm(document, form, (schema) => withRenamedField(schema, field, to));
    if (isRefusal(changed) || changed === document) return changed;
    const { here, elsewhere } = readers(document, form, field);
    const shared = [...here].find((rule) => elsewhere.has(rule));
    if (shared !== undefined) return refuse('rule-shared', shared);
    const inRules = withRules(changed, (leaf, rule) =>
      here.has(rule) && 'fact' in leaf && leaf.fact === `answer.${field}`
        ? { ...leaf, fact: `answer.${to}` }
        : leaf,
    );
    return withRecords(inRules, form, field, to);
  },
});

/** The rules that read the field's answer: on transitions where this form arrives, and others. */
function readers(document: PathwayDocument, form: string, field: string) {
  const reading = rulesReading(document, field);
  const here = new Set<string>();
  const elsewhere = new Set<string>();
  for (const { transition, form: arriving } of placedTransitions(document)) {
    if (transition.guard === undefined) continue;
    for (const rule of rulesInside(document, transition.guard)) {
      if (reading.has(rule)) (arriving === form ? here : elsewhere).add(rule);
    }
  }
  return { here, elsewhere };
}

function withRecords(document: PathwayDocument, form: string, field: string, to: string) {
  return withNodes(document, (node) =>
    mapTransitions(node, (transition, cause) => {
      if (!transition.actions || formOf(document, node, cause) !== form) return transition;
      const actions = mapList(transition.actions, (effect) => {
        if (effect.type !== 'record') return effect;
        const params = mapValues(effect.params, (value) =>
          typeof value === 'object' && value !== null && 'answer' in value && value.answer === field
            ? { answer: to }
            : value,
        );
        return params === effect.params ? effect : { ...effect, params };
      });
      return actions === transition.actions ? transition : { ...transition, actions };
    }),
  );
}
