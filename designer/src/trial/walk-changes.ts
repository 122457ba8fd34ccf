import { elsewhere, type PersonaTrouble } from '@percorso/engine';
import type { Trial } from './walk.ts';

/** Where the walk, as far as it was walked, goes another way than its persona says. */
export function walkChanges({ pathway, walker, deeds, moments }: Trial): PersonaTrouble[] {
  const { persona } = walker;
  if (!persona) return [];
  const changes = moments.slice(1).flatMap((moment, at): PersonaTrouble[] => {
    const what = elsewhere(pathway, deeds[at]!.steps, moment);
    return what ? [{ at, what }] : [];
  });
  const found = moments.at(-1)?.state.outcome;
  const isWhole = moments.length > deeds.length;
  if (!isWhole || found === persona.outcome) return changes;
  return [
    ...changes,
    { at: deeds.length, what: { kind: 'outcome', expected: persona.outcome, found } },
  ];
}
