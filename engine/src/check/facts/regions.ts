/** The values of a fact, cut into the few regions that the document's rules can tell apart. */
import type { FactValue, Field } from '../../document.ts';
import { checkFact } from '../../forms/field-value.ts';
import { instantOf, isDate } from '../../instant.ts';
import { leafVerdict } from '../../rules/leaf-verdict.ts';
import type { Test } from '../../rules/normal-form.ts';
import { few } from './split.ts';

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
  const numbered = counted && numbersOf(tests, counted);
  if (numbered) return { values: numbered, isCounter: true, isBlurred: false };
  const values: FactValue[] = [];
  const seen = new Set<string>();
  for (const value of fields.flatMap((field) => candidates(field, tests))) {
    const allowing = fields.map((field) => checkFact(field, value) === undefined);
    // What is added to may come to lie beyond the bounds of its field.
    if (!counted && !allowing.includes(true)) continue;
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

/** All numbers from one below the least that matters to one above the greatest, unless too many. */
function numbersOf(tests: readonly Test[], counted: readonly number[]): number[] | undefined {
  const compared = tests.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const all = [0, ...counted, ...compared];
  const least = Math.floor(Math.min(...all)) - 1;
  const most = Math.ceil(Math.max(...all)) + 1;
  if (!all.every(Number.isInteger) || most - least >= COUNT_MAX) return undefined;
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
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

function numbers({ minimum, maximum, type, format }: Field, tests: readonly Test[]): number[] {
  const compared = tests.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const cuts = [...new Set(compared)].sort((a, b) => a - b);
  const between = cuts.slice(1).map((cut, index) => (cuts[index]! + cut) / 2);
  const round = (value: number) => (type === 'integer' ? Math.floor(value) : value);
  const beside = cuts.flatMap((cut) => [cut, cut - 1, cut + 1]);
  const ends = [minimum ?? 0, maximum ?? (format === 'attendance' ? 100 : (minimum ?? 0) + 1)];
  return [...beside, ...between.map(round), ...ends, minimum ?? -1];
}

function texts(field: Field, tests: readonly Test[]): string[] {
  const compared = tests.flatMap(({ value }) =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? value : [],
  );
  const beside = compared.flatMap((text) => [text, ...neighbours(text)]);
  const between = field.format === 'date-time' ? instantsBetween(compared) : [];
  return [...beside, ...between, ...OTHER_TEXTS];
}

/** One at least that fits a field and is not compared with. */
const OTHER_TEXTS = ['2026-03-02', '2026-03-02T09:00:00.000Z', 'another', 'a', 'b'];

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

/**
 * The combinations of the choices that are asked about, alone and with others; of very many, the
 * first, which are more than can be told apart.
 */
function selections({ items, minItems = 0, maxItems }: Field, tests: readonly Test[]): string[][] {
  const compared = new Set(tests.map(({ value }) => value));
  const options = (items?.oneOf ?? []).map((option) => option.const);
  const asked = options.filter((option) => compared.has(option));
  const others = options.filter((option) => !compared.has(option));
  const most = maxItems ?? options.length;
  const fitting = combinations(asked, [], minItems - others.length, most);
  const combined = [...few(fitting, REGION_COUNT_MAX + 1)];
  const filled = combined.flatMap((one) =>
    others.slice(0, most).map((_, index) => [...one, ...others.slice(0, index + 1)]),
  );
  return [...combined, ...filled];
}

/** Those of at least and at most so many options, one after another. */
function* combinations(
  options: readonly string[],
  taken: readonly string[],
  least: number,
  most: number,
): Generator<string[]> {
  if (taken.length > most || taken.length + options.length < least) return;
  const [first, ...rest] = options;
  if (first === undefined) {
    yield [...taken];
    return;
  }
  yield* combinations(rest, taken, least, most);
  yield* combinations(rest, [...taken, first], least, most);
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
