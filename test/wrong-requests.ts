/** Requests that are wrong in one place, made of ones that are right. */
import fc from 'fast-check';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const WRONG: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\u202egpj.exe',
  '👩‍👩‍👧'.repeat(40),
  'x'.repeat(5_000),
  'x'.repeat(70_000),
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE person; --",
  '%00',
  '../../etc/passwd',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20',
  '2026-11-21T25:61:00Z',
  '00000000-0000-4000-8000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'a@b',
  'a@example.org\r\nBcc: b@example.org',
  [],
  {},
  [null],
  [[[[]]]],
  Array.from({ length: 60 }, () => 'x'),
  { it: 1 },
  own('__proto__', { isAdmin: true }),
  own('constructor', { prototype: {} }),
];

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'a\u0000',
  '\ud800',
  'x'.repeat(300),
  '',
];

const RAW_BODIES = [
  '',
  'null',
  '"x"',
  '3',
  '[]',
  '{"a":',
  '{"__proto__":{"x":1}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '\ufeff{}',
  '\u0000',
];

/** An object with this own key, even where the key means something to JavaScript. */
function own(key: string, value: Json): { [key: string]: Json } {
  return Object.fromEntries([[key, value]]);
}

function pathsOf(value: Json | undefined, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]));
  return [at, ...inner];
}

/** The same value, but for what is at a path; undefined takes it away. */
function replaced(value: Json, [key, ...rest]: Path, by: Json | undefined): Json | undefined {
  if (key === undefined) return by;
  const entries = Object.entries(value as object).flatMap(([name, each]: [string, Json]) => {
    const next = name === String(key) ? replaced(each, rest, by) : each;
    return next === undefined ? [] : [[name, next] as const];
  });
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

function extended(value: Json, path: Path, name: string, by: Json): Json {
  const [key, ...rest] = path;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) return own(name, by);
  if (key === undefined) return Object.fromEntries([...Object.entries(value), [name, by]]);
  return Object.fromEntries(
    Object.entries(value).map(([each, inner]) => [
      each,
      each === String(key) ? extended(inner as Json, rest, name, by) : (inner as Json),
    ]),
  );
}

/** The text of a body that is a right one, but for one place. */
export function wrongBody(right: unknown): fc.Arbitrary<string> {
  const value = right as Json;
  const paths = fc.constantFrom(...pathsOf(value));
  const wrong = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WRONG) }, anything());
  const text = (json: Json | undefined) => JSON.stringify(json) ?? '';
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(paths, wrong).map(([at, by]) => text(replaced(value, at, by))),
    },
    { weight: 1, arbitrary: paths.map((at) => text(replaced(value, at, undefined))) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(paths, fc.constantFrom(...ODD_KEYS), wrong)
        .map(([at, name, by]) => text(extended(value, at, name, by))),
    },
    { weight: 1, arbitrary: fc.constantFrom(...RAW_BODIES) },
    { weight: 1, arbitrary: fc.constant(text(value)) },
  );
}

/** The right body, once for each of its texts with a NUL in it, and where that is. */
export function bodiesWithNul(right: unknown): { place: string; text: string }[] {
  const value = right as Json;
  const isText = (path: Path) => typeof path.reduce<unknown>(inner, value) === 'string';
  return pathsOf(value)
    .filter(isText)
    .map((path) => ({
      place: path.join('.'),
      text: JSON.stringify(replaced(value, path, 'testo\u0000testo')),
    }));
}

const inner = (value: unknown, key: string | number) =>
  (value as Readonly<Record<string | number, unknown>>)[key];

const anything = () => fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

const SEGMENTS = [
  '00000000-0000-4000-8000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '1',
  '-1',
  '99999999999999999999',
  '1e3',
  '%00',
  '%ff',
  '%ed%a0%80',
  '..%2f..',
  '__proto__',
  'constructor',
  '%7Bid%7D',
  "'%20or%201=1",
  'x'.repeat(3_000),
];

/** A part of an address: mostly the right one. */
export const segment = (right: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom(...SEGMENTS) },
  );

/** What follows an address: mostly nothing. */
export const queryString = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('offset', 'limit', 'status', 'kind', 'since', '__proto__', 'kind[]'),
          fc.constantFrom(...SEGMENTS, '', '0', '200', '201', '-5', 'open', '2147483648', '1.5'),
        )
        .map(([name, value]) => `?${name}=${value}&${name}=${value}`),
    },
  );

/** The conditions of a change: mostly the right ones. */
export const conditions = (right: string): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constant(`"${right}"`) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('"0"', '"999999999"', '"9999999999"', '*', 'W/"1"', '1', ''),
        },
      ),
      fc.oneof(
        { weight: 5, arbitrary: fc.uuid() },
        { weight: 1, arbitrary: fc.constantFrom('', 'short', 'x'.repeat(2_000), '__proto__') },
      ),
    )
    .map(([match, key]) => ({ 'If-Match': match, 'Idempotency-Key': key }));
