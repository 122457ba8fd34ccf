/** What may be known at one moment: of each fact, a mask of the regions it may lie in. */
import type { RecordValue } from '../../document.ts';
import { checkFact } from '../../forms/field-value.ts';
import { own } from '../../parse/scope.ts';
import type { FactSpace, SpaceFact } from './fact-space.ts';
import { UNKNOWN_REGION } from './regions.ts';

/** By the fact's index in its space. */
export type Store = readonly number[];

/** The beginning of a case: its defaults, and anything that may have been handed over. */
export function storeAtStart(space: FactSpace): Store {
  return space.facts.map((fact) => {
    if (fact.source === 'participant') return fact.all;
    if (fact.source === 'answer') return UNKNOWN_REGION;
    if (space.handed.has(fact.bare)) return fact.all;
    const given = fact.field.default;
    return given === undefined ? UNKNOWN_REGION : fact.maskOf(given);
  });
}

/** The store as an event finds it: any participant, any answer that its form allows. */
export function openStore(space: FactSpace, store: Store, form: string | undefined): Store {
  const open = openMasks(space, form);
  return store.map((mask, at) => open[at] ?? mask);
}

const known = new WeakMap<FactSpace, Map<string | undefined, readonly (number | undefined)[]>>();

/** What an event leaves open, by form; nothing for the case's own facts. */
function openMasks(space: FactSpace, form: string | undefined): readonly (number | undefined)[] {
  const byForm = known.get(space) ?? new Map<string | undefined, readonly (number | undefined)[]>();
  known.set(space, byForm);
  const found =
    byForm.get(form) ??
    space.facts.map((fact) => {
      if (fact.source === 'case') return undefined;
      return fact.source === 'participant' ? fact.all : answerMask(space, fact, form);
    });
  byForm.set(form, found);
  return found;
}

/** What may be answered in a form. */
export function answerMask(space: FactSpace, fact: SpaceFact, form: string | undefined): number {
  const schema = own(space.document.forms, form);
  const field = own(schema?.properties ?? {}, fact.bare);
  if (!schema || !field) return UNKNOWN_REGION;
  const isRequired = schema.required?.includes(fact.bare) ?? false;
  if (isRequired && field.format === 'consent') return fact.maskOf(true);
  let mask = isRequired ? 0 : UNKNOWN_REGION;
  if (fact.isBlurred) return mask | (fact.all & ~UNKNOWN_REGION);
  for (const [at, value] of fact.values.entries()) {
    if (checkFact(field, value) === undefined) mask |= 2 << at;
  }
  return mask;
}

/** Only what outlasts an event: the case's facts. */
export function closedStore(space: FactSpace, store: Store): Store {
  return space.facts.map((fact, at) => (fact.source === 'case' ? store[at]! : UNKNOWN_REGION));
}

export function joined(left: Store, right: Store): Store {
  return left.map((mask, at) => mask | right[at]!);
}

export function includes(outer: Store, inner: Store): boolean {
  return inner.every((mask, at) => (mask & ~outer[at]!) === 0);
}

/** What `record` makes of what may be known. */
export function recordedIn(
  space: FactSpace,
  store: Store,
  params: Readonly<Record<string, RecordValue>>,
  isAnswered: boolean,
): Store {
  let next: number[] | undefined;
  for (const [bare, value] of Object.entries(params)) {
    const at = space.indexOf.get(`case.${bare}`);
    if (at === undefined) continue;
    next ??= [...store];
    next[at] = recordedMask(space, next, at, value, isAnswered);
  }
  return next ?? store;
}

function recordedMask(
  space: FactSpace,
  store: Store,
  at: number,
  value: RecordValue,
  isAnswered: boolean,
): number {
  const fact = space.facts[at]!;
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return fact.maskOf(value);
  if ('add' in value) return added(fact, store[at]!, (value as { add: number }).add);
  const from = space.indexOf.get(`answer.${(value as { answer: string }).answer}`);
  // An answer that is not given leaves its fact as it was.
  if (!isAnswered || from === undefined) return store[at]!;
  const answer = space.facts[from]!;
  let mask = store[from]! & UNKNOWN_REGION ? store[at]! : 0;
  // Of a blurred answer some values are not told apart: it may be any.
  if (answer.isBlurred) mask |= fact.all & ~UNKNOWN_REGION;
  for (const [index, one] of answer.values.entries()) {
    if (store[from]! & (2 << index)) mask |= fact.maskLike(one);
  }
  return mask;
}

/** A fact that is not known counts as 0. Both ends of a counter stand for all numbers beyond. */
function added(fact: SpaceFact, before: number, add: number): number {
  const known = fact.all & ~UNKNOWN_REGION;
  if (!fact.isCounter) return known;
  let mask = before & UNKNOWN_REGION ? fact.maskOf(add) : 0;
  const last = fact.values.length - 1;
  for (const [at, value] of fact.values.entries()) {
    if (!(before & (2 << at))) continue;
    const isBelow = at === 0 && add > 0;
    const isBeyond = at === last && add < 0;
    const to = (value as number) + add;
    if (isBelow) mask |= known & (fact.maskOf(to) * 2 - 1);
    else if (isBeyond) mask |= known & ~(fact.maskOf(to) - 1);
    else mask |= fact.maskOf(to);
  }
  return mask;
}
