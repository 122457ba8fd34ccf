import type { PathwayDocument, Words } from '../document.ts';
import { sortedJson } from '../sorted-json.ts';
import { activityDifferences } from './activities.ts';
import { type Comparison, difference, sideBySide } from './comparison.ts';
import type { Difference } from './difference.ts';
import { recogniseSteps } from './recognise-steps.ts';
import { ruleDifferences } from './rules.ts';
import { schemaDifferences } from './schemas.ts';
import { arrowDifferences } from './step-arrows.ts';
import { stepDifferences, stepPairs } from './steps.ts';
import {
  actionDifferences,
  layoutDifferences,
  stageDifferences,
  wordsDifferences,
} from './whole.ts';

export interface CompareOptions {
  /** Steps known to have got another key (from the designer's commands): later keys by earlier. */
  readonly renamedSteps?: Readonly<Record<string, string>>;
}

/**
 * Everything that differs between two documents, as sentences for a coordinator: the drawing first,
 * then what it refers to. Empty only if `sortedJson` finds the documents equal but for `$schema`.
 * A step whose key changed is recognised by the hints, then by its label, activities and arrows.
 */
export function compareDocuments(
  before: PathwayDocument,
  after: PathwayDocument,
  { renamedSteps }: CompareOptions = {},
): readonly Difference[] {
  if (written(before) === written(after)) return [];
  const comparison = sideBySide(before, after, recogniseSteps(before, after, renamedSteps));
  const steps = stepPairs(comparison).flatMap((pair) => [
    ...stepDifferences(comparison, pair),
    // The arrows and time limits of a step that is gone are gone with it: nobody asks for them.
    ...(pair.after ? arrowDifferences(comparison, pair) : []),
  ]);
  const found = [
    ...wordsDifferences(comparison),
    ...steps,
    ...activityDifferences(comparison),
    ...ruleDifferences(comparison),
    ...actionDifferences(comparison),
    ...schemaDifferences(comparison),
    ...stageDifferences(comparison),
    ...layoutDifferences(comparison),
  ];
  return found.length > 0 ? found : [notation(comparison)];
}

function written({ $schema, ...document }: PathwayDocument): string {
  return sortedJson(document);
}

/** One transition or a list of that one; an empty list or none: the same pathway, other bytes. */
function notation(comparison: Comparison): Difference {
  const subject = { type: 'words', key: 'notation', place: [] } as const;
  return difference(comparison, 'changed', subject, NOTATION);
}

const NOTATION: Words = {
  it: 'Il percorso è lo stesso, ma la sua definizione è scritta in un altro modo',
  en: 'The pathway is the same, but its definition is written in another way',
};
