import type { ActivityInput, PathwayDocument } from '@percorso/engine';
import { defineCommand, isRefusal } from '../command.ts';
import { withEffects } from '../edit/effects.ts';
import { withRenamedField } from '../edit/fields.ts';
import { withNodes } from '../edit/nodes.ts';
import { mapValues, renamed, withKey } from '../edit/records.ts';
import { withRules } from '../edit/rules.ts';
import { mapActivities } from '../edit/transitions.ts';
import { factName } from '../readers.ts';
import { source, withFacts } from './with-facts.ts';

/** Another name for a fact, in rules, in what is recorded and in what activities are given. */
export const renameFact = defineCommand({
  name: 'rename-fact',
  label: { it: 'Rinomina il dato', en: 'Rename the fact' },
  parameters: { of: source, fact: factName, to: factName },
  edit: (document, { of, fact, to }) => {
    const declared = withFacts(document, of, (schema) => withRenamedField(schema, fact, to));
    if (isRefusal(declared) || declared === document) return declared;
    const [before, after] = [`${of}.${fact}`, `${of}.${to}`];
    const inRules = withRules(declared, (leaf) =>
      'fact' in leaf && leaf.fact === before ? { ...leaf, fact: after } : leaf,
    );
    const inInputs = withInputs(inRules, before, after);
    if (of === 'participant') return inInputs;
    return withEffects(inInputs, (effect) => {
      if (effect.type !== 'record') return effect;
      return withKey(effect, 'params', renamed(effect.params, fact, to));
    });
  },
});

function withInputs(document: PathwayDocument, before: string, after: string): PathwayDocument {
  return withNodes(document, (node) =>
    mapActivities(node, (activity) =>
      withKey(activity, 'input', inputWith(activity.input, before, after)),
    ),
  );
}

/** Facts stand at any depth of an input: `edition`, `assignee.organisation`, `data.<name>`. */
function inputWith(input: ActivityInput, before: string, after: string): ActivityInput {
  const change = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return mapValues(value as Readonly<Record<string, unknown>>, (inner, key) =>
      key === 'fact' && inner === before ? after : change(inner),
    );
  };
  return change(input) as ActivityInput;
}
