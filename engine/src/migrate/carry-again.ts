import type { CaseState, Circumstances, Pathway } from '../case.ts';
import type { Consequence } from '../effects.ts';
import { type Arrival, cross } from './cross.ts';
import { mappingOf, type Passage } from './passage.ts';

/**
 * Carries a case over once more by the passage that the trace kept, without asking again whether it
 * holds. Nothing where the passage belongs to another case or to other versions.
 */
export function carryAgain(
  before: Pathway,
  after: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  passage: Passage | undefined,
): (Consequence & { readonly arrival?: Arrival }) | undefined {
  if (!passage) return { state, effects: [] };
  const crossing = { before, after, state, circumstances };
  const arrival = cross(crossing, mappingOf(passage), passage.books);
  if ('asks' in arrival || arrival.rest.fault) return undefined;
  return { state: arrival.rest.state, effects: arrival.effects, arrival };
}
