import type { Condition, PathwayDocument, Rule } from '@percorso/engine';
import { mapList, mapValues, own, withKey } from './records.ts';

/** A rule with its leaves changed: conditions, and references to other rules. */
function mapRule(rule: Rule, change: (leaf: Condition | { readonly rule: string }) => Rule): Rule {
  if ('all' in rule)
    return withKey(
      rule,
      'all',
      mapList(rule.all, (one) => mapRule(one, change)),
    );
  if ('any' in rule)
    return withKey(
      rule,
      'any',
      mapList(rule.any, (one) => mapRule(one, change)),
    );
  if ('not' in rule) return withKey(rule, 'not', mapRule(rule.not, change));
  return change(rule);
}

/** The leaves of a rule with a JSON pointer from the rule on; rules referred to stay closed. */
export function leavesOf(
  rule: Rule,
  path = '',
): readonly (readonly [Condition | { readonly rule: string }, string])[] {
  if ('all' in rule) return rule.all.flatMap((one, at) => leavesOf(one, `${path}/all/${at}`));
  if ('any' in rule) return rule.any.flatMap((one, at) => leavesOf(one, `${path}/any/${at}`));
  if ('not' in rule) return leavesOf(rule.not, `${path}/not`);
  return [[rule, path]];
}

/** The document with the leaves of all its rules changed. */
export function withRules(
  document: PathwayDocument,
  change: (leaf: Condition | { readonly rule: string }, name: string) => Rule,
): PathwayDocument {
  const rules = mapValues(document.rules, (rule, name) =>
    mapRule(rule, (leaf) => change(leaf, name)),
  );
  return withKey(document, 'rules', rules);
}

/** The rules that a rule is made of, itself included. */
export function rulesInside(document: PathwayDocument, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: string) => {
    const rule = own(document.rules, one);
    if (found.has(one) || !rule) return;
    found.add(one);
    for (const [leaf] of leavesOf(rule)) if ('rule' in leaf) visit(leaf.rule);
  };
  visit(name);
  return found;
}
