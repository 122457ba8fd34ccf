import { defineCommand } from '../command.ts';
import { withoutField } from '../edit/fields.ts';
import { factName } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { saidUses } from '../uses/use.ts';
import { usesOfFact } from '../uses/uses-of-fact.ts';
import { source, withFacts } from './with-facts.ts';

export const removeFact = defineCommand({
  name: 'remove-fact',
  label: { it: 'Togli il dato', en: 'Remove the fact' },
  parameters: { of: source, fact: factName },
  edit: (document, { of, fact }) => {
    const uses = usesOfFact(document, `${of}.${fact}`);
    if (uses.length > 0) return refuse('in-use', saidUses(uses), uses[0]!.path);
    return withFacts(document, of, (schema) => withoutField(schema, fact));
  },
});
