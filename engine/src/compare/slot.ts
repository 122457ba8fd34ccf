import type { MachineTransition, PathwayDocument, Words } from '../document.ts';
import type { Place } from '../parse/problem.ts';
import { inBoth } from '../rules/fact-words.ts';
import { type Comparison, currentName, stepName } from './comparison.ts';

type Listed = MachineTransition | readonly MachineTransition[] | undefined;

/** The transitions that one cause has at one step. */
export interface Slot {
  readonly step: string;
  /** Where the list, or the only transition, stands, in each document. */
  readonly places: readonly [Place, Place];
  readonly transitions: readonly [Listed, Listed];
  /** «con l’azione «Convoca»». */
  readonly cause: Words;
}

/** Where a transition begins and ends; one without a target stays where it is. */
export function ends(
  comparison: Comparison,
  document: PathwayDocument,
  { step }: Slot,
  { target }: MachineTransition,
): [Words, Words] {
  const from = currentName(comparison, step);
  return [from, target === undefined ? from : stepName(document, target.replace(/^#/, ''))];
}

/** «Il passaggio da «A» » and «con l’azione «Convoca»». */
export function withCause(words: Words, { cause }: Slot): Words {
  return inBoth((language) => words[language] + cause[language]);
}
