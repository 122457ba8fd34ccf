import type { PathwayDocument } from '@percorso/engine';
import { leavesOf } from '../edit/rules.ts';
import { placedActivities, placedEffects, ruleUse, stepUse, type Use } from './use.ts';

/** Where a fact, by its full name such as `case.goal`, is read by a rule, recorded or handed on. */
export function usesOfFact(document: PathwayDocument, fact: string): readonly Use[] {
  return [...inRules(document, fact), ...inRecords(document, fact), ...inInputs(document, fact)];
}

function inRules(document: PathwayDocument, fact: string): readonly Use[] {
  return Object.entries(document.rules).flatMap(([name, rule]) =>
    leavesOf(rule, `/rules/${name}`)
      .filter(([leaf]) => 'fact' in leaf && leaf.fact === fact)
      .map(([, path]) => ruleUse(document, name, `${path}/fact`)),
  );
}

function inRecords(document: PathwayDocument, fact: string): readonly Use[] {
  return placedEffects(document).flatMap(({ effect, step, path }) => {
    if (effect.type !== 'record') return [];
    return Object.keys(effect.params)
      .filter((name) => `case.${name}` === fact)
      .map((name) => stepUse(document, { step, path: `${path}/params/${name}` }));
  });
}

function inInputs(document: PathwayDocument, fact: string): readonly Use[] {
  return placedActivities(document).flatMap(({ activity, step, path }) =>
    factsIn(activity.input, `${path}/input`)
      .filter(([found]) => found === fact)
      .map(([, place]) => stepUse(document, { step, path: place })),
  );
}

/** Every `{fact}` in an activity's input, with its place. */
function factsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'fact' && typeof inner === 'string'
      ? [[inner, `${path}/fact`] as const]
      : factsIn(inner, `${path}/${key}`),
  );
}
