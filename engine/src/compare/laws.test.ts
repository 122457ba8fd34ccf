import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PathwayDocument } from '../document.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { sortedJson } from '../sorted-json.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { compareDocuments } from './compare-documents.ts';
import { recogniseSteps } from './recognise-steps.ts';
import { renameSteps } from './rename-steps.ts';

const definitions = join(import.meta.dirname, '../../../definitions');
const shipped = [
  'mig-work-students',
  'mig-work-neet',
  'mig-work-precarious',
  'mig-work-groups',
  'internship',
].map((id): PathwayDocument => {
  return JSON.parse(readFileSync(join(definitions, id, 'pathway.json'), 'utf8'));
});

type Parent = Record<string, unknown>;

/** Every place in a JSON value: what holds it, and its name there. */
function placesIn(value: unknown): [Parent, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => [
    [value as Parent, name] as [Parent, string],
    ...placesIn((value as Parent)[name]),
  ]);
}

/** Another value of the same type. */
function other(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return value;
}

function removed(parent: Parent, name: string): void {
  if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
}

function withoutSchema({ $schema, ...document }: PathwayDocument): string {
  return sortedJson(document);
}

/** What holds of every comparison. */
function expectLawful(before: PathwayDocument, after: PathwayDocument): void {
  const found = compareDocuments(before, after);
  expect(found.length > 0).toBe(withoutSchema(before) !== withoutSchema(after));
  for (const { words, element } of found) {
    expect(words.it.trim()).not.toBe('');
    expect(words.en.trim()).not.toBe('');
    expect(`${words.it}${words.en}`).not.toMatch(/undefined|\[object/);
    expect(element.path === '' || element.path.startsWith('/')).toBe(true);
  }
  const again = compareDocuments(structuredClone(before), structuredClone(after));
  expect(sortedJson(again)).toBe(sortedJson(found));
}

const anyShipped = fc.constantFrom(...shipped);
const anyDocument = fc.oneof(anyShipped, arbitraryDocument);
const isNotation = (before: PathwayDocument, after: PathwayDocument) =>
  compareDocuments(before, after).some(({ element }) => element.key === 'notation');

describe('a comparison of documents', () => {
  test('finds nothing between a document and itself', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(compareDocuments(document, structuredClone(document))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('tells what differs between any two documents in both languages, always the same', () => {
    fc.assert(fc.property(anyDocument, anyDocument, expectLawful), { numRuns: 25 });
  });

  test('tells of every single value that is another one', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (before, choice) => {
        const after = structuredClone(before);
        const leaves = placesIn(after).filter(([parent, name]) => {
          return typeof parent[name] !== 'object' && !['$schema', 'id', 'op'].includes(name);
        });
        const [parent, name] = leaves[choice % leaves.length]!;
        parent[name] = other(parent[name]);
        expectLawful(before, after);
        expect(isNotation(before, after)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('tells of everything that is removed, or added, where the document stays right', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (before, choice) => {
        const after = structuredClone(before);
        const places = placesIn(after).filter(([, name]) => name !== '$schema');
        removed(...places[choice % places.length]!);
        if (!parseDocument(after).ok) return;
        for (const pair of [[before, after] as const, [after, before] as const]) {
          expectLawful(...pair);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('says of a renamed step that it is the same, and tells nothing else', () => {
    fc.assert(
      fc.property(anyShipped, fc.nat(), (before, choice) => {
        const keys = Object.keys(before.steps);
        const key = keys[choice % keys.length]!;
        const after = renameSteps(before, new Map([[key, 'called-otherwise']]));
        expect(parseDocument(after).ok).toBe(true);
        const found = compareDocuments(before, after, {
          renamedSteps: { [key]: 'called-otherwise' },
        });
        expect(found.map(({ kind, element }) => [kind, element.keyBefore])).toEqual([
          ['renamed', key],
        ]);
        expect([...recogniseSteps(before, after)]).toEqual([[key, 'called-otherwise']]);
      }),
      { numRuns: 25 },
    );
  });

  test('believes hints that swap two keys, and none that would give two steps one key', () => {
    const [one, two] = Object.keys(shipped[1]!.steps) as [string, string];
    const swap = { [one]: two, [two]: one };
    const after = renameSteps(shipped[1]!, new Map(Object.entries(swap)));
    const found = compareDocuments(shipped[1]!, after, { renamedSteps: swap });
    expect(found.map(({ element }) => element.keyBefore)).toEqual([one, two]);
    const untrue = { renamedSteps: { [one]: two, nobody: one, constructor: two } };
    expect(compareDocuments(shipped[1]!, structuredClone(shipped[1]!), untrue)).toEqual([]);
    expect([...recogniseSteps(shipped[1]!, shipped[1]!, untrue.renamedSteps)]).toEqual([]);
  });
});
