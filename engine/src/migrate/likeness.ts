import type { CaseState } from '../case.ts';
import type { Facts, PathwayDocument, Rule } from '../document.ts';
import { sortedJson } from '../sorted-json.ts';
import { carryFacts } from './carry-facts.ts';

/**
 * Names states so that a new version means the same for those with the same name: where they are,
 * the facts that any rule reads, and which facts find no place. Due dates and other facts are
 * carried along and decide nothing.
 */
export function likenessIn(
  before: PathwayDocument,
  after: PathwayDocument,
): (state: CaseState) => string {
  const read = new Set(
    [before, after].flatMap(({ rules }) => Object.values(rules).flatMap(factsIn)),
  );
  return ({ status, value, history, activities, timers, data }) => {
    const telling = Object.entries(data).filter(([name]) => read.has(`case.${name}`));
    const { lost } = carryFacts(before, after, data);
    const books = [Object.keys(activities).sort(), Object.keys(timers).sort()];
    const facts: Facts = Object.fromEntries(telling);
    return sortedJson([status, value, history, books, facts, [...lost].sort()]);
  };
}

function factsIn(rule: Rule): string[] {
  if ('all' in rule) return rule.all.flatMap(factsIn);
  if ('any' in rule) return rule.any.flatMap(factsIn);
  if ('not' in rule) return factsIn(rule.not);
  return 'fact' in rule ? [rule.fact] : [];
}
