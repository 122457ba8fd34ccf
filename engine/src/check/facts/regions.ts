/** The values of a fact, cut into the few regions that the document's rules can tell apart. */
import type { FactValue, Field } from '../../document.ts';
import { checkFact } from '../../forms/field-value.ts';
import { instantOf, isDate } from '../../instant.ts';
import { leafVerdict } from '../../rules/leaf-verdict.ts';
import type { Test } from '../../rules/normal-form.ts';

/** One bit for each region in a mask; the first stands for a fact that is not known. */
export const UNKNOWN_REGION = 1;

/** With «not known», what fits the bits of a number. */
const REGION_COUNT_MAX = 30;
/** A counter is followed number by number up to here; beyond, it is only «some number». */
const COUNT_MAX = 24;

/** A value that stands for all of its region; tests can't tell them apart. */
export interface Regions {
  readonly values: readonly FactValue[];
  /** Every number between the first and the last value is a region of its own. */
  readonly isCounter: boolean;
  /** Some region holds values that the rules do tell apart. */
  readonly isBlurred: boolean;
}

/**
 * Regions of a fact with these tests (for an answer also the tests of the facts that it may be
 * recorded as). An answer has a field in each form that asks for it: what one of them allows and
 * another doesn't are different regions. `counted` are the literals that a counter starts from and
 * is set to.
 */
export function regionsOf(
  fields: readonly Field[],
  tests: readonly Test[],
  counted: readonly number[] | undefined,
): Regions {
  if (counted) return counterRegions(tests, counted);
  const values: FactValue[] = [];
  const seen = new Set<string>();
  for (const value of fields.flatMap((field) => candidates(field, tests))) {
    const allowing = fields.map((field) => checkFact(field, value) === undefined);
    if (!allowing.includes(true)) continue;
    const told = [...allowing, ...tests.map((test) => verdictOf(test, value))].join();
    if (!seen.has(told)) values.push(value);
    seen.add(told);
  }
  const isBlurred = values.length > REGION_COUNT_MAX;
  return { values: values.slice(0, REGION_COUNT_MAX), isCounter: false, isBlurred };
}

function verdictOf(test: Test, value: FactValue): string {
  return leafVerdict({ fact: 'x', tests: [test] }, { x: value });
}

/** All numbers from one below the least that matters to one above the greatest. */
function counterRegions(tests: readonly Test[], counted: readonly number[]): Regions {
  const compared = tests.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const all = [0, ...counted, ...compared];
  const least = Math.floor(Math.min(...all)) - 1;
  const most = Math.ceil(Math.max(...all)) + 1;
  const isWhole = all.every(Number.isInteger);
  const isCounter = isWhole && most - least < COUNT_MAX;
  if (isCounter) {
    const values = Array.from({ length: most - least + 1 }, (_, index) => least + index);
    return { values, isCounter, isBlurred: false };
  }
  const cuts = [...new Set(compared)].sort((a, b) => a - b);
  const kept = cuts.slice(0, COUNT_MAX / 2);
  const values = kept.flatMap((cut, index) => [((kept[index - 1] ?? cut - 2) + cut) / 2, cut]);
  // Told apart by every test; only what adding makes of it is left open.
  return { values: [...values, most], isCounter: false, isBlurred: cuts.length > kept.length };
}

/** At each value that is compared with, and on both sides of it. */
function candidates(field: Field, tests: readonly Test[]): FactValue[] {
  switch (field.type) {
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return numbers(field, tests);
    case 'array':
      return selections(field, tests);
    case 'string':
      if (field.oneOf) return field.oneOf.map((option) => option.const);
      return texts(field, tests);
  }
}

function numbers({ minimum, maximum, type }: Field, tests: readonly Test[]): number[] {
  const compared = tests.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const cuts = [...new Set(compared)].sort((a, b) => a - b);
  const between = cuts.slice(1).map((cut, index) => (cuts[index]! + cut) / 2);
  const round = (value: number) => (type === 'integer' ? Math.floor(value) : value);
  const beside = cuts.flatMap((cut) => [cut, cut - 1, cut + 1]);
  const ends = [minimum ?? 0, maximum ?? (minimum ?? 0) + 1];
  return [...beside, ...between.map(round), ...ends, minimum ?? -1];
}

function texts(field: Field, tests: readonly Test[]): string[] {
  const compared = tests.flatMap(({ value }) =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? value : [],
  );
  const beside = compared.flatMap((text) => [text, ...neighbours(text)]);
  const between = field.format === 'date-time' ? instantsBetween(compared) : [];
  const other = { date: '2026-03-02', 'date-time': '2026-03-02T09:00:00.000Z' };
  return [...beside, ...between, other[field.format as keyof typeof other] ?? 'another'];
}

function neighbours(text: string): string[] {
  const instant = instantOf(isDate(text) ? `${text}T00:00:00Z` : text);
  if (instant === undefined) return [];
  const dayMs = 86_400_000;
  const length = isDate(text) ? 10 : undefined;
  return [-dayMs, dayMs].map((shift) => new Date(instant + shift).toISOString().slice(0, length));
}

/** Beside a date is the next day; of two instants of one day there may be others in between. */
function instantsBetween(compared: readonly string[]): string[] {
  const instants = compared.flatMap((text) => instantOf(text) ?? []).sort((a, b) => a - b);
  return instants.slice(1).map((instant, at) => {
    return new Date(Math.floor((instants[at]! + instant) / 2)).toISOString();
  });
}

/** Every combination of the choices that are asked about, alone and with one that is not. */
function selections({ items, maxItems }: Field, tests: readonly Test[]): string[][] {
  const asked = new Set(tests.map(({ value }) => value));
  const options = (items?.oneOf ?? []).map((option) => option.const);
  const told = options.filter((option) => asked.has(option)).slice(0, 5);
  const others = options.filter((option) => !asked.has(option));
  let combined: string[][] = [[]];
  for (const option of told) combined = combined.flatMap((one) => [one, [...one, option]]);
  const most = maxItems ?? options.length;
  const filled = combined.flatMap((one) =>
    others.slice(0, most).map((_, index) => [...one, ...others.slice(0, index + 1)]),
  );
  return [...combined, ...filled];
}

/** The region of a value; of a counter, the first and the last stand for all beyond. */
export function maskOfValue(regions: Regions, tests: readonly Test[], value: unknown): number {
  if (value === undefined || value === null) return UNKNOWN_REGION;
  const { values, isCounter } = regions;
  if (!isCounter || typeof value !== 'number') return maskByTests(regions, tests, value);
  const at = Math.trunc(value) - (values[0] as number);
  return 2 << Math.min(Math.max(at, 0), values.length - 1);
}

/** The regions that pass and fail the same tests as this value: it may stand for any of them. */
export function maskByTests({ values }: Regions, tests: readonly Test[], value: unknown): number {
  const told = (one: unknown) => tests.map((test) => verdictOf(test, one as FactValue)).join();
  const wanted = told(value);
  let mask = 0;
  for (const [at, one] of values.entries()) if (told(one) === wanted) mask |= 2 << at;
  return mask || 2 ** (values.length + 1) - 2;
}
