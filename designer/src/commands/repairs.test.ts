import { check, type Finding, type PathwayDocument, parseDocument } from '@percorso/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '../../../engine/src/testing/arbitrary-document.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { adviceOn } from '../problems/advice.ts';
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

const STAGES = ['welcome', 'strategy', 'training'];

/** Its steps are of stages by chance, so that a way back to the strategy may be missing. */
const inStages = fc
  .tuple(arbitraryDocument, fc.infiniteStream(fc.constantFrom(...STAGES)))
  .map(([document, chances]): PathwayDocument => {
    const stages = STAGES.map((id) => ({ id, label: { it: id, en: id }, colour: 'blue' as const }));
    const steps = Object.entries(document.steps).map(([key, step]) => [
      key,
      { ...step, stage: chances.next().value! },
    ]);
    return { ...document, stages, steps: Object.fromEntries(steps) };
  });

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

const RUNS = 25;
const ROUNDS_MAX = 6;

/** Why a repair that a check proposes may be refused all the same. */
const REFUSALS: readonly string[] = ['last-step'];

/** Their messages say what to write. */
const ABOUT_WORDS = ['help-missing', 'label-repeated', 'label-too-long', 'translation-missing'];

function isSame(one: Finding, other: Finding): boolean {
  const first = ({ elements }: Finding) => elements[0]?.pointer;
  return one.check === other.check && first(one) === first(other);
}

function expectAllMended(document: PathwayDocument, findingsOf: Check): void {
  for (const finding of findingsOf(document)) {
    const isTold = finding.repair ?? adviceOn(finding) ?? ABOUT_WORDS.includes(finding.check);
    expect(isTold, finding.check).toBeTruthy();
    expectMended(document, finding, findingsOf);
  }
}

const quick: Check = (document) => check(document, { isQuick: true }).findings;
const whole: Check = (document) => check(document, { configurationsMax: 400 }).findings;

describe('every repair that a check proposes can be done and mends what was found', () => {
  test('in the drawing', () => {
    const start = fc.oneof(arbitraryDocument, fc.constantFrom(...shipped, tinyDocument()));
    fc.assert(
      fc.property(anyBroken(start), (document) => expectAllMended(document, quick)),
      { numRuns: RUNS },
    );
  });

  test('in what a case can do', () => {
    const start = fc.oneof(arbitraryDocument, inStages, fc.constant(tinyDocument()));
    fc.assert(
      fc.property(anyBroken(start), (document) => expectAllMended(document, whole)),
      { numRuns: RUNS },
    );
  });
});

describe('a repair can be done also', () => {
  /** The tiny pathway with another machine around its steps, or with other steps in it. */
  function changed(change: (machine: Machine) => object): PathwayDocument {
    const document = structuredClone(tinyDocument());
    const machine = { ...document.machine, ...change(document.machine) } as Machine;
    const drawn = Object.keys(machine.states ?? {}).map((key) => [key, { label: words(key) }]);
    const steps = { ...Object.fromEntries(drawn), ...document.steps };
    const parsed = parseDocument({ ...document, machine, steps });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.document;
  }
  type Machine = PathwayDocument['machine'];
  const words = (text: string) => ({ it: text, en: text });

  function expectFound(id: string, document: PathwayDocument, findingsOf = quick): void {
    const found = findingsOf(document).filter((finding) => finding.check === id);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) expectMended(document, finding, findingsOf);
  }

  test('for a deadline with several transitions that do nothing', () => {
    const idle = [{ target: '#first', guard: 'adult' }, { target: '#first' }];
    const document = changed(({ states }) => ({
      states: { ...states, first: { ...states?.first, after: { P3D: idle } } },
    }));
    expectFound('timer-idle', document);
  });

  test('for an activity of the whole pathway', () => {
    const input = { label: { it: 'Chiamata', en: 'Call' }, assignee: { role: 'case-manager' } };
    const document = changed(() => ({ invoke: { id: 'call', src: 'task', input } }));
    expectFound('failure-unhandled', document);
  });

  test('for a group that comes to its end, where nothing follows', () => {
    const document = changed(({ states }) => {
      const { onDone: _, ...care } = states!.care!;
      const first = { id: 'first', on: { GO: { target: '#care' } } };
      return { states: { ...states, first, care } };
    });
    const [found] = whole(document).filter((finding) => finding.check === 'dead-end');
    expect(found?.elements[0]?.step).toBe('done');
    expectFound('dead-end', document, whole);
  });

  test('for steps that lead round by the very action that ends the case elsewhere', () => {
    const document = changed(({ states }) => ({
      states: {
        ...states,
        first: {
          id: 'first',
          on: { GO: [{ target: '#end', guard: 'adult' }, { target: '#round' }] },
        },
        round: { id: 'round', on: { GO: { target: '#again' } } },
        again: { id: 'again', on: { GO: { target: '#round' } } },
      },
    }));
    expectFound('no-outcome', document, whole);
  });

  test('for a group whose name is as long as names may be', () => {
    const key = `care-${'x'.repeat(59)}`;
    const renamed = commands['rename-step'].run(tinyDocument(), { step: 'care', to: key });
    if (!renamed.ok) throw new Error(renamed.refusal.words.en);
    const endless = commands['remove-step'].run(renamed.document, {
      step: 'done',
      arrows: 'bridge',
    });
    const loose = endless.ok
      ? endless
      : commands['remove-step'].run(renamed.document, { step: 'done', arrows: 'remove' });
    if (!loose.ok) throw new Error(loose.refusal.words.en);
    expectFound('completion-impossible', loose.document);
  });
});
