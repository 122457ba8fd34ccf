import type { ActivityInput } from '../../document.ts';
import type { Check } from '../check-kind.ts';
import { allConditions } from '../facts/fact-space.ts';
import { unused } from './unused.ts';

/**
 * A fact of the case that nothing sets and nothing reads. One that is recorded and read by no rule
 * is in use all the same: people read it, and figures are made of it. The participant's facts are
 * not judged: the installation shows them whatever the pathway asks.
 */
export const factUnused: Check = ({ document, scope }) => {
  const used = new Set([
    ...allConditions(document).map((condition) => condition.fact),
    ...scope.invokes.flatMap(({ invoke }) => factsIn(invoke.input)),
    ...scope.effects.flatMap(({ effect }) =>
      effect.type === 'record' ? Object.keys(effect.params).map((name) => `case.${name}`) : [],
    ),
  ]);
  return Object.entries(document.data.properties)
    .filter(([fact]) => !used.has(`case.${fact}`))
    .map(([fact, { label }]) =>
      unused(
        'warning',
        ['data', 'properties', fact],
        label,
        ['Il dato # non è mai registrato né letto.', 'Fact # is never recorded and never read.'],
        ['remove-fact', { of: 'case', fact }],
      ),
    );
};

function factsIn({ edition, at, place, assignee, data }: ActivityInput): string[] {
  const given = [edition, at, place, ...Object.values(data ?? {})];
  const organisation = assignee && 'organisation' in assignee ? assignee.organisation : undefined;
  return [...given, organisation].flatMap((one) =>
    typeof one === 'object' && 'fact' in one ? one.fact : [],
  );
}
