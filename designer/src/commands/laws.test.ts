import { readFileSync } from 'node:fs';
import { type PathwayDocument, parseDocument, sortedJson } from '@percorso/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '../../../engine/src/testing/arbitrary-document.ts';
import { inverseOf } from '../merge/inverse-of.ts';
import type { Command } from './command.ts';
import { nodesOf } from './edit/nodes.ts';
import { transitionsOf } from './edit/transitions.ts';
import { commands } from './registry.ts';
import { arbitraryParameters, atStep } from './testing/arbitrary-parameters.ts';

const PATHWAYS = [
  'internship',
  'mig-work-groups',
  'mig-work-neet',
  'mig-work-precarious',
  'mig-work-students',
];

const shipped = PATHWAYS.map((id): PathwayDocument => {
  const url = new URL(`../../../definitions/${id}/pathway.json`, import.meta.url);
  const parsed = parseDocument(readFileSync(url, 'utf8'));
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  return parsed.document;
});

const all = Object.values(commands) as unknown as readonly Command<unknown>[];
const anyDocument = fc.oneof(arbitraryDocument, fc.constantFrom(...shipped));
const seeds = fc.array(fc.nat(99_999), { minLength: 24, maxLength: 24 });
const anyCommand = fc.record({ command: fc.constantFrom(...all), seeds });

/** The parts of a JSON value made immutable: a command that wrote into them would throw. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

function said(words: { readonly it: string; readonly en: string }): boolean {
  return (
    words.it.length > 0 && words.en.length > 0 && !/undefined|\[object/.test(words.it + words.en)
  );
}

describe('any sequence of commands', () => {
  test('leaves a document that parses, or is refused in both languages', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(anyCommand, { maxLength: 6 }), (start, steps) => {
        let document = frozen(start);
        for (const { command, seeds: choices } of steps) {
          const parameters = arbitraryParameters(command.name, document, choices);
          const before = JSON.stringify(document);
          const result = command.run(document, parameters);
          expect(JSON.stringify(document)).toBe(before);
          const refusal = command.mayRun(document, parameters);
          if (!result.ok) {
            expect(refusal).toEqual(result.refusal);
            expect(said(result.refusal.words)).toBe(true);
            continue;
          }
          expect(refusal).toBeUndefined();
          expect(parseDocument(result.document)).toMatchObject({ ok: true });
          document = frozen(result.document);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('means the same for a document that has been to JSON and back', () => {
    fc.assert(
      fc.property(anyDocument, anyCommand, (document, { command, seeds: choices }) => {
        const parameters = arbitraryParameters(command.name, document, choices);
        const there = command.run(document, parameters);
        const copy = JSON.parse(JSON.stringify(document)) as PathwayDocument;
        const back = command.run(copy, JSON.parse(JSON.stringify(parameters)));
        expect(back).toEqual(JSON.parse(JSON.stringify(there)));
        if (there.ok) expect(there.document).toEqual(JSON.parse(JSON.stringify(there.document)));
      }),
      { numRuns: 100 },
    );
  });

  test('never throws for parameters of any other shape', () => {
    const [document] = shipped;
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.anything(), ({ run, parse, mayRun }, value) => {
        const read = parse(value) as object;
        if (!('code' in read)) return; // No key at all is right where every one is optional.
        expect(run(document!, value)).toEqual({ ok: false, refusal: read });
        expect(mayRun(document!, value)).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each(all)('$name works or refuses on every step of every pathway', (command) => {
  for (const document of shipped) {
    for (const [index, step] of [...Object.keys(document.steps), document.id].entries()) {
      // What has nothing to do with a step is tried a few times, not once a step.
      const parameters = atStep(command.name, document, step, index);
      if (index > 4 && !JSON.stringify(parameters).includes(`"${step}"`)) continue;
      const result = command.run(document, parameters);
      if (!result.ok) expect(said(result.refusal.words)).toBe(true);
      if (!result.ok) expect(result.refusal.code).not.toBe('parameters-wrong');
    }
  }
});

const ON_TRANSITIONS = [
  ['remove-transition', {}],
  ['retarget-transition', { to: null }],
  ['set-guard', { guard: null }],
  ['set-reentry', { reenter: true }],
  ['describe-transition', { description: 'perché' }],
] as const;

test('commands on transitions, taken in turn, work or refuse on each of every pathway', () => {
  const worked = new Map<string, number>();
  let turn = 0;
  for (const document of shipped) {
    for (const { key, node } of nodesOf(document)) {
      for (const { cause, index } of transitionsOf(node)) {
        const [name, more] = ON_TRANSITIONS[turn++ % ON_TRANSITIONS.length]!;
        const { run } = commands[name] as unknown as Command<unknown>;
        const result = run(document, { transition: { from: key, ...cause, index }, ...more });
        if (result.ok) worked.set(name, (worked.get(name) ?? 0) + 1);
        else expect(said(result.refusal.words), result.refusal.code).toBe(true);
        if (!result.ok) expect(result.refusal.code).not.toBe('transition-unknown');
      }
    }
  }
  for (const [name] of ON_TRANSITIONS) expect(worked.get(name), name).toBeGreaterThan(20);
});

test('a sequence of commands is undone and redone through the identical documents', () => {
  fc.assert(
    fc.property(anyDocument, fc.array(anyCommand, { maxLength: 6 }), (start, steps) => {
      const past = [start];
      for (const { command, seeds: choices } of steps) {
        const present = past.at(-1)!;
        const result = command.run(present, arbitraryParameters(command.name, present, choices));
        if (result.ok) past.push(result.document);
      }
      // As after a reload: nothing is the same object any more.
      const walk = (documents: readonly PathwayDocument[]) =>
        documents.slice(1).reduce((present, to, index) => {
          const undone = inverseOf({ before: to, after: documents[index]! }, present);
          if (!undone.ok) throw new Error(undone.refusal.words.en);
          expect(sortedJson(undone.document)).toBe(sortedJson(to));
          return structuredClone(undone.document);
        }, documents[0]!);
      walk(past.toReversed());
      walk(past);
    }),
    { numRuns: 40 },
  );
});

test('undoing is going back to the document that was there, which nothing has changed', () => {
  for (const { name, run } of all) {
    const document = frozen(structuredClone(shipped[0]!));
    const text = JSON.stringify(document);
    const result = run(document, atStep(name, document, 'signing', 3));
    expect(JSON.stringify(document)).toBe(text);
    // Words do not draw the machine anew, and drawing leaves rules alone.
    if (result.ok && name === 'set-step-label')
      expect(result.document.machine).toBe(document.machine);
    if (result.ok && name === 'add-transition') expect(result.document.rules).toBe(document.rules);
  }
});

test('every command has a name of its own and a label in both languages', () => {
  for (const [name, command] of Object.entries(commands)) {
    expect(command.name).toBe(name);
    expect(said(command.label)).toBe(true);
  }
});
