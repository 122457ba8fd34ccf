import { check, type Finding, type PathwayDocument, parseDocument } from '@percorso/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '../../../engine/src/testing/arbitrary-document.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import type { Command } from './command.ts';
import { type CommandName, commands } from './registry.ts';
import { arbitraryParameters } from './testing/arbitrary-parameters.ts';
import { tinyDocument } from './testing/tiny-document.ts';

const all = Object.values(commands) as unknown as readonly Command<unknown>[];
const shipped = SHIPPED.map(([, document]) => document);
const seeds = fc.array(fc.nat(99_999), { minLength: 24, maxLength: 24 });
const someCommands = fc.array(fc.record({ command: fc.constantFrom(...all), seeds }), {
  maxLength: 8,
});

/** A document after commands by chance, and after parts by chance were taken out of it. */
const anyBroken = (start: fc.Arbitrary<PathwayDocument>) =>
  fc
    .tuple(start, someCommands, fc.array(fc.nat(), { maxLength: 4 }))
    .map(([base, steps, holes]) => {
      const after = steps.reduce((before, { command, seeds: numbers }) => {
        if (command.name === 'replace-document') return before;
        const result = command.run(before, arbitraryParameters(command.name, before, numbers));
        return result.ok ? result.document : before;
      }, base);
      return holes.reduce(withHole, after);
    });

/** The document without one of its parts, where it still parses. */
function withHole(document: PathwayDocument, choice: number): PathwayDocument {
  const copy = structuredClone(document);
  const places = placesIn(copy.machine);
  const [holder, name] = places[choice % places.length]!;
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete (holder as Record<string, unknown>)[name];
  return parseDocument(copy).ok ? copy : document;
}

function placesIn(value: unknown): (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [value, name] as const,
    ...placesIn(inner),
  ]);
}

type Check = (document: PathwayDocument) => readonly Finding[];

/**
 * Applies a repair again and again while the check proposes it at the same place, since one
 * command mends one region, or one transition of a timer, at a time: it has to come to an end.
 */
function expectMended(document: PathwayDocument, finding: Finding, findingsOf: Check): void {
  let [mended, open]: [PathwayDocument, Finding | undefined] = [document, finding];
  for (let round = 0; open?.repair; round += 1) {
    const told = `${open.check} ${JSON.stringify(open.repair)} at ${JSON.stringify(open.elements)}`;
    expect(round, told).toBeLessThan(ROUNDS_MAX);
    const { command, parameters } = open.repair;
    expect(Object.keys(commands), told).toContain(command);
    const { run, parse } = commands[command as CommandName] as unknown as Command<unknown>;
    expect(parse(parameters), told).not.toHaveProperty('code');
    const result = run(mended, parameters);
    if (!result.ok) {
      expect(REFUSALS, `${told}: ${result.refusal.code}`).toContain(result.refusal.code);
      return;
    }
    expect(result.document, told).not.toBe(mended);
    expect(parseDocument(result.document).ok, told).toBe(true);
    mended = result.document;
    open = findingsOf(mended).find((one) => isSame(one, finding));
  }
}

const ROUNDS_MAX = 6;

/** Why a repair that a check proposes may be refused all the same. */
const REFUSALS: readonly string[] = ['last-step'];

function isSame(one: Finding, other: Finding): boolean {
  const first = ({ elements }: Finding) => elements[0]?.pointer;
  return one.check === other.check && first(one) === first(other);
}

function expectAllMended(document: PathwayDocument, findingsOf: Check): void {
  for (const finding of findingsOf(document)) expectMended(document, finding, findingsOf);
}

const quick: Check = (document) => check(document, { isQuick: true }).findings;
const whole: Check = (document) => check(document, { configurationsMax: 400 }).findings;

describe('every repair that a check proposes can be done and mends what was found', () => {
  test('in the drawing', { timeout: 300_000 }, () => {
    const start = fc.oneof(arbitraryDocument, fc.constantFrom(...shipped, tinyDocument()));
    fc.assert(
      fc.property(anyBroken(start), (document) => expectAllMended(document, quick)),
      { numRuns: RUNS },
    );
  });

  test('in what a case can do', { timeout: 300_000 }, () => {
    const start = fc.oneof(arbitraryDocument, fc.constant(tinyDocument()));
    fc.assert(
      fc.property(anyBroken(start), (document) => expectAllMended(document, whole)),
      { numRuns: RUNS },
    );
  });
});

const RUNS = 40;
