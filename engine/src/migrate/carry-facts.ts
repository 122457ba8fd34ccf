import type { Facts, FactValue, PathwayDocument } from '../document.ts';
import { defaultsOf } from '../facts.ts';
import { checkFact } from '../forms/field-value.ts';

export interface CarriedFacts {
  readonly data: Facts;
  readonly lost: readonly string[];
  readonly begun: readonly string[];
}

/**
 * Facts stay where the new version declares them and allows their value. One that it declares anew,
 * or whose value is lost, begins with its default; one that was not known before stays unknown.
 */
export function carryFacts(
  before: PathwayDocument,
  after: PathwayDocument,
  data: Facts,
): CarriedFacts {
  const carried: Record<string, FactValue> = {};
  const lost: string[] = [];
  for (const [name, value] of Object.entries(data)) {
    const isDeclared = Object.hasOwn(after.data.properties, name);
    const field = isDeclared ? after.data.properties[name] : undefined;
    if (field && checkFact(field, value) === undefined) carried[name] = value;
    else lost.push(name);
  }
  const begun = Object.entries(defaultsOf(after)).filter(
    ([name]) => lost.includes(name) || !Object.hasOwn(before.data.properties, name),
  );
  const fresh = begun.filter(([name]) => !Object.hasOwn(carried, name));
  return {
    data: { ...carried, ...Object.fromEntries(fresh) },
    lost,
    begun: fresh.map(([name]) => name),
  };
}
