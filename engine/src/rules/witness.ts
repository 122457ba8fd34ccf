import type { Facts, FactValue, Field } from '../document.ts';
import { checkFact } from '../forms/field-value.ts';
import { instantOf, isDate } from '../instant.ts';
import { leafVerdict } from './leaf-verdict.ts';
import type { Test } from './normal-form.ts';

/** A value that a fact could have to pass some tests; `undefined` stands for not being known. */
export interface Witness {
  readonly value: FactValue | undefined;
}

/** The first value that passes: the present one where it does; nothing where none is found. */
export function witnessOf(
  field: Field | undefined,
  fact: string,
  tests: readonly Test[],
  facts: Facts,
): Witness | undefined {
  const present = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  const passes = (value: FactValue | undefined) =>
    leafVerdict({ fact, tests }, value === undefined ? {} : { [fact]: value }) === 'true';
  if (passes(present)) return { value: present };
  for (const value of candidates(field, tests)) {
    const isPossible = !field || value === undefined || checkFact(field, value) === undefined;
    if (isPossible && passes(value)) return { value };
  }
  return undefined;
}

type Scalar = string | number | boolean;

/** Where the tests say what they want, and just beside it: a fact's type leaves few other values. */
function candidates(field: Field | undefined, tests: readonly Test[]): (FactValue | undefined)[] {
  const values = tests.flatMap(({ value }): readonly Scalar[] =>
    typeof value === 'object' ? value : value === undefined ? [] : [value],
  );
  return [...values.flatMap(beside), ...middle(values), ...ofField(field, tests), undefined];
}

function beside(value: Scalar): FactValue[] {
  if (typeof value === 'boolean') return [value, !value];
  if (typeof value === 'number') return [value, value + 1, value - 1, value + 0.01, value - 0.01];
  if (isDate(value)) return [value, shifted(value, 1), shifted(value, -1)];
  const instant = instantOf(value);
  if (instant === undefined) return [value];
  return [
    value,
    new Date(instant + 60_000).toISOString(),
    new Date(instant - 60_000).toISOString(),
  ];
}

function middle(values: readonly unknown[]): number[] {
  const [low, high] = values;
  return typeof low === 'number' && typeof high === 'number' ? [(low + high) / 2] : [];
}

function shifted(date: string, days: number): string {
  const at = new Date(date);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function ofField(field: Field | undefined, tests: readonly Test[]): FactValue[] {
  switch (field?.type) {
    case 'array':
      return [contained(tests), ...(field.items?.oneOf ?? []).map((option) => [option.const])];
    case 'boolean':
      return [true, false];
    case 'string':
      return [...(field.oneOf ?? []).map((option) => option.const), ...OTHERS];
    default:
      return [field?.minimum ?? 0, field?.maximum ?? 1];
  }
}

/** For what has no choices: a day, a moment, an identifier. */
const OTHERS = ['2000-01-01', '2000-01-01T00:00:00Z', 'other', 'another'];

function contained(tests: readonly Test[]): string[] {
  return tests.flatMap(({ op, value }) =>
    op === 'contains' && typeof value === 'string' ? [value] : [],
  );
}
