import type { PathwayDocument } from '@percorso/engine';
import { own } from '../edit/records.ts';
import { leavesOf, rulesInside } from '../edit/rules.ts';
import { placedEffects, placedTransitions, stepUse, type Use } from './use.ts';

/** Where an answer to a form's field is read: by a condition, or to record a fact. */
export function usesOfField(
  document: PathwayDocument,
  form: string,
  field: string,
): readonly Use[] {
  const reading = rulesReading(document, field);
  const inGuards = placedTransitions(document)
    .filter((one) => one.form === form && one.transition.guard !== undefined)
    .filter(({ transition }) =>
      [...rulesInside(document, transition.guard!)].some((rule) => reading.has(rule)),
    )
    .map((one) => stepUse(document, { ...one, path: `${one.path}/guard` }));
  const inRecords = placedEffects(document).flatMap(({ effect, form: from, step, path }) => {
    if (effect.type !== 'record' || from !== form) return [];
    return Object.entries(effect.params).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && 'answer' in value && value.answer === field
        ? [stepUse(document, { step, path: `${path}/params/${name}` })]
        : [],
    );
  });
  return [...inGuards, ...inRecords];
}

/** The rules with a condition of their own on an answer's field. */
export function rulesReading(document: PathwayDocument, field: string): ReadonlySet<string> {
  const names = Object.keys(document.rules).filter((name) =>
    leavesOf(own(document.rules, name)!).some(
      ([leaf]) => 'fact' in leaf && leaf.fact === `answer.${field}`,
    ),
  );
  return new Set(names);
}
