import type { PathwayDocument, Words } from '@percorso/engine';
import { type PlacedTransition, placedTransitions, type Use } from '../commands/uses/use.ts';
import { usesOfRule } from '../commands/uses/uses-of-rule.ts';
import { type Selection, stepsSelected } from '../editor/selection.ts';
import { causeWords, stepLabel } from '../panels/sentences.ts';
import { placesOfRule } from './fact-choices.ts';

export interface PlacedUse {
  readonly use: Use;
  /** The place as a coordinator knows it: «Colloquio»: azione «Conferma». */
  readonly label: Words;
  /** What to select on the drawing; undefined for a use inside another rule. */
  readonly selection: Selection | undefined;
}

/** Where a rule is used, with what there is to select there. */
export function usesWithPlaces(document: PathwayDocument, rule: string): readonly PlacedUse[] {
  const guards = new Map(
    placedTransitions(document).map((placed): [string, PlacedTransition] => [
      `${placed.path}/guard`,
      placed,
    ]),
  );
  const places = placesOfRule(document, rule);
  return usesOfRule(document, rule).map((use) => {
    const guard = guards.get(use.path);
    if (!guard)
      return { use, label: use.where, selection: use.step ? stepsSelected(use.step) : undefined };
    const { step, cause } = guard;
    const index = indexIn(use.path);
    const place = places.find(
      (one) =>
        one.from === step &&
        one.kind === cause.kind &&
        one.name === cause.name &&
        one.index === index,
    );
    const from = stepLabel(document, step);
    const why = causeWords(document, step, cause);
    return {
      use,
      label: { it: `«${from.it}»: ${lowered(why.it)}`, en: `“${from.en}”: ${lowered(why.en)}` },
      selection: place ? { kind: 'transition', place } : stepsSelected(step),
    };
  });
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Which of the several transitions of a cause a pointer to a guard is about. */
function indexIn(path: string): number {
  return Number(/\/(\d+)\/guard$/.exec(path)?.[1] ?? 0);
}
