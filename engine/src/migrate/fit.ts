/** Looks for a passage by which a case may go over: one that is proven. */
import { sortedJson } from '../sorted-json.ts';
import { type Arrival, type Crossing, cross, type Misfit } from './cross.ts';
import type { StepMapping } from './map-steps.ts';
import type { Proof } from './migration.ts';
import type { Books } from './passage.ts';
import { prospectsOf } from './prospects.ts';
import type { Reason } from './words.ts';

/** An arrival that holds. */
export interface Fit {
  readonly mapping: StepMapping;
  readonly books?: Books;
  readonly arrival: Arrival;
  readonly proof: Proof;
}

/** How many ways to be at the same steps are tried; the first ones change the least. */
const WAY_COUNT_MAX = 24;

/**
 * As the mapping carries the case over, or with what it needs to have (an activity begun again, a
 * memory) at the same steps.
 */
export function fit(crossing: Crossing, mapping: StepMapping): Fit | Misfit | Reason {
  const arrival = cross(crossing, mapping);
  if ('asks' in arrival) return arrival;
  const proof = proofOf(crossing, arrival);
  if (typeof proof !== 'string') return { mapping, arrival, proof };
  const prospects = prospectsOf(crossing.after, crossing.configurationsMax);
  for (const books of prospects.waysToBeAt(arrival.placed).slice(0, WAY_COUNT_MAX)) {
    const other = cross(crossing, mapping, books);
    if ('asks' in other) continue;
    const held = proofOf(crossing, other);
    if (typeof held !== 'string') return { mapping, books, arrival: other, proof: held };
  }
  return proof;
}

export function isFit(one: Fit | Misfit | Reason): one is Fit {
  return typeof one !== 'string' && 'proof' in one;
}

/** What can be said for an arrival, or what speaks against it. */
function proofOf(crossing: Crossing, { rest }: Arrival): Proof | Reason {
  if (rest.fault) return rest.fault;
  const prospects = prospectsOf(crossing.after, crossing.configurationsMax);
  const leadsToOutcome = prospects.leadsToOutcome(rest.state);
  if (leadsToOutcome === 'no') return 'no-outcome';
  if (isInPlace(crossing, rest.state)) return { isReachable: 'in-place', leadsToOutcome };
  const isReachable = prospects.reaches(rest.state);
  return isReachable === 'no' ? 'unreachable' : { isReachable, leadsToOutcome };
}

/**
 * Whoever stays where they are, with all they have, was not put there: nobody else need be able to
 * come there any more (a step that is closed to newcomers).
 */
function isInPlace({ state }: Crossing, next: Arrival['rest']['state']): boolean {
  const where = ({ value, history, activities, timers }: typeof next) =>
    sortedJson([value, history, activities, Object.keys(timers).sort()]);
  return where(state) === where(next);
}
