import type { CaseState } from '../case.ts';
import { allConditions } from '../check/facts/fact-space.ts';
import type { Condition, Facts, FactValue, PathwayDocument } from '../document.ts';
import { layOut } from '../parse/scope.ts';
import { evaluateCondition } from '../rules/evaluate.ts';
import { sortedJson } from '../sorted-json.ts';
import { carryFacts } from './carry-facts.ts';

/**
 * Names cases so that a new version means the same for those with the same name: where they are,
 * what the rules can tell of their facts, and which facts find no place. Due dates and other facts
 * are carried along and decide nothing.
 */
export function likenessIn(
  before: PathwayDocument,
  after: PathwayDocument,
): (state: CaseState, participant: Facts) => string {
  const told = tellingIn([before, after]);
  return (state, participant) => {
    const { status, value, history, activities, timers, data } = state;
    const { lost } = carryFacts(before, after, data);
    const books = [Object.keys(activities).sort(), Object.keys(timers).sort()];
    const facts = [told('case', data), told('participant', participant)];
    return sortedJson([status, value, history, books, facts, [...lost].sort()]);
  };
}

/** What the rules of some documents can tell of facts; a sum also depends on what it is added to. */
function tellingIn(documents: readonly PathwayDocument[]) {
  const conditions = Map.groupBy(documents.flatMap(allConditions), ({ fact }) => fact);
  const counted = new Set(documents.flatMap(countedIn));
  const known = new Map<string, string>();
  const verdicts = (name: string, tests: readonly Condition[], value: FactValue) => {
    const asked = `${name} ${JSON.stringify(value)}`;
    const told =
      known.get(asked) ??
      tests.map((test) => evaluateCondition(test, { [name]: value })[0]).join('');
    known.set(asked, told);
    return told;
  };
  return (source: 'case' | 'participant', facts: Facts) =>
    Object.keys(facts)
      .sort()
      .flatMap((bare): FactValue[] => {
        const name = `${source}.${bare}`;
        const tests = conditions.get(name);
        if (!tests) return [];
        const value = facts[bare]!;
        return [
          bare,
          source === 'case' && counted.has(bare) ? value : verdicts(name, tests, value),
        ];
      });
}

/** The case's facts that some `record` adds to. */
function countedIn(document: PathwayDocument): string[] {
  return layOut(document).effects.flatMap(({ effect }) =>
    effect.type === 'record'
      ? Object.entries(effect.params).flatMap(([name, value]) =>
          typeof value === 'object' && value !== null && 'add' in value ? [name] : [],
        )
      : [],
  );
}
