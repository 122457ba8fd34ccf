import type { CaseState, Circumstances, Facts, Pathway } from '@percorso/engine';
import { type FactSource, participantFacts } from '../case/participant-facts.ts';

export type Place = readonly string[];

/** A case as it travels to the thread that plans for it: texts, which are quick to copy. */
export interface CaseSource {
  readonly snapshot: string;
  /** A FactSource as JSON. */
  readonly facts: string;
}

export const stateOf = ({ snapshot }: CaseSource) => JSON.parse(snapshot) as CaseState;

/** The facts about the participant that the rules of both versions can ask for. */
export function factsFor(
  { facts }: CaseSource,
  before: Pathway,
  after: Pathway,
  { now, timeZone }: Omit<Circumstances, 'participant'>,
): Facts {
  const properties = {
    ...before.document.participant.properties,
    ...after.document.participant.properties,
  };
  const source = JSON.parse(facts) as FactSource;
  return participantFacts(source, { type: 'object', properties }, new Date(now), timeZone);
}
