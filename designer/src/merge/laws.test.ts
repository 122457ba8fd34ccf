import { type PathwayDocument, parseDocument, sortedJson } from '@percorso/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '../../../engine/src/testing/arbitrary-document.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { arbitraryParameters, atStep } from '../commands/testing/arbitrary-parameters.ts';
import { tinyDocument } from '../commands/testing/tiny-document.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { inverseOf } from './inverse-of.ts';
import type { MergeConflict } from './merge-conflict.ts';
import { type MergeChoice, type MergeResult, mergeDocuments } from './merge-documents.ts';
import { putTogether } from './put-together.ts';
import { takeApart } from './take-apart.ts';

const all = Object.values(commands) as unknown as readonly Command<unknown>[];
const shipped = SHIPPED.map(([, document]) => document);
const anyDocument = fc.oneof(arbitraryDocument, fc.constantFrom(...shipped, tinyDocument()));
const seeds = fc.array(fc.nat(99_999), { minLength: 24, maxLength: 24 });
const anyCommands = fc.array(fc.record({ command: fc.constantFrom(...all), seeds }), {
  minLength: 1,
  maxLength: 4,
});
type Commands = readonly {
  readonly command: Command<unknown>;
  readonly seeds: readonly number[];
}[];

/** What a coordinator has after some commands; those that are refused change nothing. */
function edited(document: PathwayDocument, steps: Commands): PathwayDocument {
  return steps.reduce((before, { command, seeds: numbers }) => {
    const result = command.run(before, arbitraryParameters(command.name, before, numbers));
    return result.ok ? result.document : before;
  }, document);
}

/** Each side does one thing to the same step, or to what is around it. */
const anyCollision = fc
  .record({
    base: fc.oneof(fc.constantFrom(...shipped), fc.constant(tinyDocument()), arbitraryDocument),
    step: fc.nat(),
    choices: fc.array(fc.tuple(fc.constantFrom(...all), fc.nat(999)), {
      minLength: 24,
      maxLength: 24,
    }),
  })
  .map(({ base, step: number, choices }) => {
    const steps = Object.keys(base.steps);
    const step = steps[number % steps.length]!;
    const after: PathwayDocument[] = [];
    for (const [index, [{ name, run }, turn]] of choices.entries()) {
      if (after.length === 2 || name === 'replace-document') continue;
      const result = run(base, atStep(name, base, step, index + turn));
      if (result.ok && result.document !== base) after.push(result.document);
    }
    return [base, after[0] ?? base, after[1] ?? base] as const;
  });

const RUNS = { numRuns: 30 };

function same(one: PathwayDocument, other: PathwayDocument): void {
  expect(sortedJson(one)).toBe(sortedJson(other));
}

function documentOf(result: MergeResult): PathwayDocument {
  if (!result.ok) throw new Error(JSON.stringify(result.conflicts.map(({ id }) => id)));
  return result.document;
}

/** Each conflict, until there is none, answered; a conflict is asked once. */
function answered(
  [base, mine, theirs]: readonly [PathwayDocument, PathwayDocument, PathwayDocument],
  answer: (conflict: MergeConflict, index: number) => MergeChoice,
): { readonly document: PathwayDocument; readonly rounds: number } {
  const choices: Record<string, MergeChoice> = {};
  for (let rounds = 0; ; rounds += 1) {
    const result = mergeDocuments(base, mine, theirs, choices);
    if (result.ok) return { document: result.document, rounds };
    expect(result.conflicts.length).toBeGreaterThan(0);
    for (const [index, conflict] of result.conflicts.entries()) {
      expect(choices[conflict.id]).toBeUndefined();
      choices[conflict.id] = answer(conflict, index);
    }
  }
}

function expectTold({ title, mine, theirs }: MergeConflict): void {
  for (const words of [title, mine.gives, theirs.gives, ...mine.did, ...theirs.did]) {
    for (const text of [words.it, words.en]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|\[object|\$\d/);
    }
  }
  expect(mine.did.length * theirs.did.length).toBeGreaterThan(0);
}

describe('merging', () => {
  test('takes a document apart and puts it together again', () => {
    fc.assert(
      fc.property(anyDocument, anyCommands, (base, steps) => {
        const document = edited(base, steps);
        const copy = putTogether(takeApart(document));
        same(withoutEmpty(copy), withoutEmpty(document));
      }),
      RUNS,
    );
  });

  test('with one side unchanged, or both changed alike, is the change', () => {
    fc.assert(
      fc.property(anyDocument, anyCommands, (base, steps) => {
        const changed = edited(base, steps);
        const copy = structuredClone(changed);
        same(documentOf(mergeDocuments(base, base, changed)), changed);
        same(documentOf(mergeDocuments(base, changed, structuredClone(base))), changed);
        same(documentOf(mergeDocuments(base, changed, copy)), changed);
      }),
      RUNS,
    );
  });

  test('gives a document that parses, or asks; answers of any kind come to an end', () => {
    fc.assert(
      fc.property(
        anyDocument,
        anyCommands,
        anyCommands,
        fc.array(fc.boolean()),
        (base, one, other, bits) => {
          const sides = [base, edited(base, one), edited(base, other)] as const;
          const texts = sides.map((side) => JSON.stringify(side));
          for (const side of ['mine', 'theirs'] as const) {
            const { document, rounds } = answered(sides, (conflict) => {
              expectTold(conflict);
              return side;
            });
            expect(rounds).toBeLessThanOrEqual(1);
            expect(parseDocument(document)).toMatchObject({ ok: true });
          }
          const mixed = answered(sides, (_, index) => (bits[index] ? 'mine' : 'theirs'));
          expect(parseDocument(mixed.document)).toMatchObject({ ok: true });
          expect(sides.map((side) => JSON.stringify(side))).toEqual(texts);
        },
      ),
      RUNS,
    );
  });

  test('of two commands at one step gives what both wanted, or asks, and never leaves a loose end', () => {
    fc.assert(
      fc.property(anyCollision, ([base, mine, theirs]) => {
        const sides = [base, mine, theirs] as const;
        for (const side of ['mine', 'theirs'] as const) {
          const { document, rounds } = answered(sides, (conflict) => {
            expectTold(conflict);
            return side;
          });
          expect(rounds).toBeLessThanOrEqual(1);
          expect(parseDocument(document)).toMatchObject({ ok: true });
        }
        const back = mergeDocuments(base, theirs, mine);
        expect(back.ok).toBe(mergeDocuments(base, mine, theirs).ok);
        const undone = inverseOf({ before: base, after: mine }, structuredClone(mine));
        expect(undone.ok && sortedJson(undone.document)).toBe(sortedJson(base));
      }),
      { numRuns: RUNS.numRuns * 2 },
    );
  });

  test('does not depend on whose change is called mine', () => {
    fc.assert(
      fc.property(anyDocument, anyCommands, anyCommands, (base, one, other) => {
        const [mine, theirs] = [edited(base, one), edited(base, other)];
        const there = mergeDocuments(base, mine, theirs);
        const back = mergeDocuments(base, theirs, mine);
        expect(there.ok).toBe(back.ok);
        if (there.ok && back.ok)
          same(withoutPositions(there.document), withoutPositions(back.document));
        if (there.ok || back.ok) return;
        const ids = (conflicts: readonly MergeConflict[]) =>
          conflicts.map(({ id }) => id).toSorted();
        expect(ids(there.conflicts)).toEqual(ids(back.conflicts));
      }),
      RUNS,
    );
  });

  test('undoes an edit: at once exactly, after a colleague’s as a right document or refused', () => {
    fc.assert(
      fc.property(anyDocument, anyCommands, anyCommands, (before, mine, colleague) => {
        const after = edited(before, mine);
        const undone = inverseOf({ before, after }, structuredClone(after));
        expect(undone.ok && sortedJson(undone.document)).toBe(sortedJson(before));
        const later = inverseOf({ before, after }, edited(after, colleague));
        if (later.ok) expect(parseDocument(later.document)).toMatchObject({ ok: true });
        else expect(later.refusal.code).toBe('undo-conflict');
      }),
      RUNS,
    );
  });
});

function withoutPositions(document: PathwayDocument): PathwayDocument {
  const steps = Object.entries(document.steps).map(([key, { at: _, ...step }]) => [key, step]);
  return { ...document, steps: Object.fromEntries(steps) };
}

/** Without lists and records that hold nothing: they mean the same as none. */
function withoutEmpty(document: PathwayDocument): PathwayDocument {
  return JSON.parse(
    JSON.stringify(document, (key, value) =>
      ['on', 'after', 'invoke', 'states'].includes(key) && Object.keys(value).length === 0
        ? undefined
        : value,
    ),
  );
}
