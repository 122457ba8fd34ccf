import type { PathwayDocument } from '@percorso/engine';
import { targetOf } from '../../document-steps.ts';
import { defineCommand } from '../command.ts';
import { findStep, keysInside, withNode, withNodes } from '../edit/nodes.ts';
import { withKey, without } from '../edit/records.ts';
import { mapTransitions } from '../edit/transitions.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { usesOfFact } from '../uses/uses-of-fact.ts';
import { usesOfRule } from '../uses/uses-of-rule.ts';
import { partBeside } from './both-rules.ts';
import { dependencyOn } from './dependency.ts';

/** Change pattern 12, “remove a control dependency”: the reverse of `add-dependency`. */
export const removeDependency = defineCommand({
  name: 'remove-dependency',
  label: { it: 'Non aspettare più l’altro passo', en: 'Wait for the other step no longer' },
  parameters: { step: name, after: name },
  edit: (document, { step, after }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    const { rule } = dependencyOn(after);
    const inside = keysInside(step, found.node);
    const freed = withNodes(document, (node, from) =>
      mapTransitions(node, (one) => {
        if (one.guard === undefined || inside.includes(from)) return one;
        if (!inside.includes(targetOf(one) ?? '')) return one;
        const beside = partBeside(document, one.guard, rule);
        return one.guard === rule || beside !== undefined ? withKey(one, 'guard', beside) : one;
      }),
    );
    if (freed === document) return refuse('no-way-between');
    return tidied(freed, after);
  },
});

/** Without the rules, the record and the fact that nothing needs any longer. */
function tidied(document: PathwayDocument, after: string): PathwayDocument {
  const { rule, fact } = dependencyOn(after);
  const combined = Object.keys(document.rules).filter(
    (one) =>
      partBeside(document, one, rule) !== undefined && usesOfRule(document, one).length === 0,
  );
  const rules = [...combined].reduce<PathwayDocument['rules']>(without, document.rules);
  const fewer = withKey(document, 'rules', rules);
  if (usesOfRule(fewer, rule).length > 0) return fewer;
  const ruleless = withKey(fewer, 'rules', without(fewer.rules, rule));
  const quiet = withNode(ruleless, after, (node) => {
    const exit = node.exit?.filter(
      (effect) => !(effect.type === 'record' && Object.keys(effect.params).join() === fact),
    );
    return withKey(node, 'exit', exit && exit.length > 0 ? exit : undefined);
  });
  if (usesOfFact(quiet, `case.${fact}`).length > 0) return quiet;
  const properties = without(quiet.data.properties, fact);
  return withKey(quiet, 'data', { ...quiet.data, properties });
}
