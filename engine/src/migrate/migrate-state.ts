import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { compiled, innermostSteps, presentSteps } from '../pathway.ts';
import { sortedJson } from '../sorted-json.ts';
import { changesInPlace, changesOf } from './changes.ts';
import { type Arrival, type Crossing, cross, type Misfit } from './cross.ts';
import { type Fit, fit, isFit } from './fit.ts';
import type { StepMapping } from './map-steps.ts';
import type { Migration } from './migration.ts';
import { passageOf } from './passage.ts';
import { prospectsOf } from './prospects.ts';
import { questionsFor } from './questions.ts';
import { restOf } from './rest.ts';
import { blockedAt, type Reason } from './words.ts';

/**
 * What the new version means for one case, and where it puts it. Steps go on as the mapping says;
 * what was added around or beside them begins as it would by itself, but for the entry effects of
 * steps, which are not run. Then the machine comes to rest. It moves nobody to where a case of the
 * new version could not come to be or from where no outcome can be reached, and ends no case.
 * `configurationsMax` bounds the proof (20,000 when absent).
 */
export function migrateState(
  before: Pathway,
  after: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  mapping: StepMapping,
  configurationsMax?: number,
): Migration {
  const crossing = { before, after, state, circumstances, configurationsMax };
  if (state.status === 'done') return { kind: 'unaffected', changes: changesInPlace(crossing) };
  const crossed = cross(crossing, mapping);
  if (!('asks' in crossed) && isUnaffected(crossing, crossed)) {
    return { kind: 'unaffected', changes: changesInPlace(crossing) };
  }
  const found = fit(crossing, mapping);
  return isFit(found) ? movedBy(crossing, found) : decisionFor(crossing, mapping, found);
}

function isUnaffected(crossing: Crossing, arrival: Arrival): boolean {
  const { before, after, state, circumstances, configurationsMax } = crossing;
  const { placed, rest } = arrival;
  const { revised, withdrawn } = arrival.activities;
  if (revised.length + withdrawn.length > 0) return false;
  if (sortedJson(placed) !== sortedJson(state)) return false;
  // What was wrong before, or was about to happen anyway, is no effect of the new version.
  const old = restOf(before, state, circumstances, []);
  if (sortedJson(rest) !== sortedJson(old)) return false;
  if (rest.fault) return true;
  const leads = (pathway: Pathway) =>
    prospectsOf(pathway, configurationsMax).leadsToOutcome(rest.state);
  return leads(after) !== 'no' || leads(before) === 'no';
}

function movedBy(crossing: Crossing, found: Fit): Migration {
  const { before, after, state } = crossing;
  const { arrival, mapping, proof } = found;
  const next = arrival.rest.state;
  const images = new Map(
    presentSteps(before, state).map((key) => [key, mapping.get(key) ?? []] as const),
  );
  const present = presentSteps(after, next);
  const continued = new Set([...images.values()].flat());
  return {
    kind: 'moved',
    state: next,
    effects: arrival.effects,
    entered: present.filter((key) => !continued.has(key)),
    left: [...images].flatMap(([key, to]) => (to.some((one) => present.includes(one)) ? [] : key)),
    changes: changesOf(crossing, arrival),
    passage: passageOf(crossing, found),
    proof,
  };
}

/** Asks which step it should be, of those that would do; where none does, the case is blocked. */
function decisionFor(crossing: Crossing, mapping: StepMapping, fault: Misfit | Reason): Migration {
  const { before, after, state } = crossing;
  const leaves = innermostSteps(before, state);
  const within = compiled(after).tree.root;
  const misfit =
    typeof fault === 'string' ? { reason: fault, asks: [{ steps: leaves, within }] } : fault;
  const questions = questionsFor(crossing, mapping, misfit);
  if (questions.length > 0) return { kind: 'needs-decision', questions };
  return { kind: 'blocked', ...blockedAt(before.document, leaves, misfit.reason) };
}
