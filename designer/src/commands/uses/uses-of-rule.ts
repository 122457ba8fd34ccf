import type { PathwayDocument } from '@percorso/engine';
import { leavesOf } from '../edit/rules.ts';
import { placedTransitions, ruleUse, stepUse, type Use } from './use.ts';

/** Where a rule is used: as the condition of a transition, or inside another rule. */
export function usesOfRule(document: PathwayDocument, rule: string): readonly Use[] {
  const asGuard = placedTransitions(document)
    .filter(({ transition }) => transition.guard === rule)
    .map((one) => stepUse(document, { ...one, path: `${one.path}/guard` }));
  const inRules = Object.entries(document.rules).flatMap(([name, whole]) =>
    leavesOf(whole, `/rules/${name}`)
      .filter(([leaf]) => 'rule' in leaf && leaf.rule === rule)
      .map(([, path]) => ruleUse(document, name, `${path}/rule`)),
  );
  return [...asGuard, ...inRules];
}
