import type { CaseEvent, CaseState, Circumstances, Pathway, Refusal } from './case.ts';
import { ruleSaysNo } from './refusals.ts';

/** Why no transition takes an event that is open here: its rules, explained. */
export function whyNot(
  _pathway: Pathway,
  _state: CaseState,
  _event: CaseEvent,
  _circumstances: Circumstances,
): Refusal {
  return ruleSaysNo(
    { it: 'Le condizioni di questo passaggio non ci sono.', en: 'The conditions are not met.' },
    [],
  );
}
