/** The facts that decide anything in a document, and what their regions mean to its rules. */
import type {
  Condition,
  Field,
  ObjectSchema,
  PathwayDocument,
  RecordValue,
  Rule,
} from '../../document.ts';
import { isPrivate } from '../../forms/split-answer.ts';
import type { Place } from '../../parse/problem.ts';
import { conditionsOf } from '../../parse/rules.ts';
import { layOut, own, type Scope } from '../../parse/scope.ts';
import type { Test } from '../../rules/normal-form.ts';
import { maskByTests, maskOfValue, type Regions, regionsOf } from './regions.ts';

export interface SpaceFact extends Regions {
  /** The full name: `participant.age`. */
  readonly name: string;
  readonly source: 'participant' | 'case' | 'answer';
  readonly bare: string;
  readonly field: Field;
  /** All its regions, `UNKNOWN_REGION` too. */
  readonly all: number;
  /** The region that a value lies in. */
  maskOf(value: unknown): number;
  /** The regions of all the values that tests can't tell from this one. */
  maskLike(value: unknown): number;
}

export interface FactSpace {
  readonly document: PathwayDocument;
  readonly facts: readonly SpaceFact[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly scope: Scope;
  /** The case's facts that may be known already at the start, besides the defaults. */
  readonly handed: ReadonlySet<string>;
}

/**
 * Facts that no rule reads, and that become none that one reads, are left out. `handed` names facts
 * that a pathway around this one hands over; so may be, in any case, what nothing here records.
 */
export function factSpaceOf(document: PathwayDocument, handed: readonly string[] = []): FactSpace {
  const scope = layOut(document);
  const tests = testsByFact(document);
  const origins = originsOf(scope);
  const facts = namesOf(document, tests, origins).flatMap((name) =>
    spaceFact(document, name, tests, origins),
  );
  const unset = Object.entries(document.data.properties).flatMap(([bare, field]) =>
    origins.has(bare) || field.default !== undefined ? [] : [bare],
  );
  const indexed = { facts, indexOf: new Map(facts.map((one, at) => [one.name, at])) };
  return { document, scope, ...indexed, handed: new Set([...unset, ...handed]) };
}

function testsByFact(document: PathwayDocument): Map<string, Test[]> {
  const found = new Map<string, Test[]>();
  for (const condition of allConditions(document)) {
    const { fact, op, value } = condition;
    found.set(fact, [...(found.get(fact) ?? []), { op, ...(value !== undefined && { value }) }]);
  }
  return found;
}

export function allConditions({ rules }: PathwayDocument): Condition[] {
  return Object.values(rules).flatMap((rule: Rule) =>
    conditionsOf(rule, []).map(([condition]: [Condition, Place]) => condition),
  );
}

/** What a case's fact is ever set to. */
type Origins = ReadonlyMap<string, readonly RecordValue[]>;

function originsOf({ effects }: Scope): Origins {
  const found = new Map<string, RecordValue[]>();
  for (const { effect } of effects) {
    if (effect.type !== 'record') continue;
    for (const [name, value] of Object.entries(effect.params)) {
      found.set(name, [...(found.get(name) ?? []), value]);
    }
  }
  return found;
}

/** The answers' names that may become a case's fact. */
function answersFor(bare: string, origins: Origins): string[] {
  return (origins.get(bare) ?? []).flatMap((value) =>
    typeof value === 'object' && value !== null && 'answer' in value ? [value.answer] : [],
  );
}

function namesOf(document: PathwayDocument, tests: Map<string, Test[]>, origins: Origins) {
  const names = new Set(tests.keys());
  for (const bare of Object.keys(document.data.properties)) {
    if (!names.has(`case.${bare}`)) continue;
    for (const answer of answersFor(bare, origins)) names.add(`answer.${answer}`);
  }
  return [...names];
}

/** An answer that is recorded is told apart as finely as the fact that it becomes. */
function spaceFact(
  document: PathwayDocument,
  name: string,
  tests: ReadonlyMap<string, readonly Test[]>,
  origins: Origins,
): SpaceFact[] {
  const [source = '', bare = ''] = name.split('.');
  const fields = fieldsOf(document, source, bare).filter((one) => !isPrivate(one));
  const [field] = fields;
  if (!field) return [];
  const sinks = source === 'answer' ? sinksOf(bare, origins) : [];
  const asked = [name, ...sinks].flatMap((one) => tests.get(one) ?? []);
  const regions = regionsOf(fields, asked, countedOf(field, source, bare, origins));
  const all = 2 ** (regions.values.length + 1) - 1;
  const maskOf = (value: unknown) => maskOfValue(regions, asked, value);
  const maskLike = (value: unknown) => maskByTests(regions, asked, value);
  const where = { name, source: source as SpaceFact['source'], bare, field };
  return [{ ...regions, ...where, all, maskOf, maskLike }];
}

function sinksOf(answer: string, origins: Origins): string[] {
  const facts = [...origins.keys()].filter((bare) => answersFor(bare, origins).includes(answer));
  return facts.map((bare) => `case.${bare}`);
}

function fieldsOf(document: PathwayDocument, source: string, bare: string): Field[] {
  const schemas: readonly ObjectSchema[] =
    source === 'participant'
      ? [document.participant]
      : source === 'case'
        ? [document.data]
        : Object.values(document.forms);
  return schemas.flatMap(({ properties }) => own(properties, bare) ?? []);
}

function countedOf(field: Field, source: string, bare: string, origins: Origins) {
  const values = origins.get(bare) ?? [];
  const isCounted = values.some((one) => typeof one === 'object' && one !== null && 'add' in one);
  if (source !== 'case' || !isCounted) return undefined;
  return [...values, field.default].flatMap((one) => (typeof one === 'number' ? [one] : []));
}
