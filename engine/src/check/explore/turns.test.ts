import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MachineNode, PathwayDocument } from '../../document.ts';
import { compile } from '../../pathway.ts';
import { arbitraryParallel } from '../../testing/arbitrary-parallel.ts';
import { check } from '../check.ts';
import { walkExample } from '../example/counter-example.ts';
import type { Finding } from '../finding.ts';
import { drawn } from '../testing-pathway.ts';

/** What is found, and where; not how it is told. */
function places(findings: readonly Finding[]): string[] {
  return findings
    .map((one) =>
      [one.check, one.severity, ...one.elements.map(({ pointer }) => pointer)].join(' '),
    )
    .sort();
}

/** Regions of so many steps in a row, each with actions of its own, and changes to them. */
function grid(regionCount: number, stepCount: number, more: Parts = {}): PathwayDocument {
  const keys = (region: number) =>
    Array.from({ length: stepCount }, (_, at) => `r${region}-s${at + 1}`);
  const region = (number: number): MachineNode => {
    const [first, ...rest] = keys(number);
    const steps = [first!, ...rest].map((key, at): [string, MachineNode] => {
      const to = rest[at];
      const action = more.action?.(number, at) ?? `R${number}_S${at + 1}`;
      return [key, to ? { on: { [action]: { target: `#${to}` } } } : { type: 'final' }];
    });
    const states = { ...Object.fromEntries(steps), ...more.states?.(number) };
    return { initial: first!, states };
  };
  const states = Object.fromEntries(
    Array.from({ length: regionCount }, (_, at) => [`r${at + 1}`, region(at + 1)]),
  );
  return drawn({
    ...more.document,
    states: {
      all: {
        type: 'parallel',
        onDone: { target: '#ended' },
        ...more.parallel,
        states: { ...states, ...more.parallel?.states },
      },
      ended: { type: 'final' },
    },
  });
}

interface Parts {
  readonly action?: (region: number, at: number) => string | undefined;
  readonly states?: (region: number) => Record<string, MachineNode>;
  readonly parallel?: MachineNode;
  readonly document?: Omit<Parameters<typeof drawn>[0], 'states'>;
}

function countOf(document: PathwayDocument, isExhaustive = false): number {
  const { explored } = check(document, { isExhaustive });
  expect(explored.isComplete).toBe(true);
  return explored.configurations;
}

const flag = { fact: 'case.flag', op: '=', value: true } as const;
const flagged = { data: { flag: { default: false } }, rules: { flag } };

describe('regions that know nothing of each other', () => {
  test('are not multiplied with each other', () => {
    // 4 × 4 × 4 and the end, in every order.
    expect(countOf(grid(3, 4), true)).toBe(65 - 1);
    expect(countOf(grid(3, 4))).toBeLessThan(30);
    expect(countOf(grid(6, 6))).toBeLessThan(200);
    expect(countOf(grid(12, 6))).toBeLessThan(600);
  });

  test('can all be complete, or not, whatever the others do', () => {
    const stuck = { states: (region: number) => (region === 5 ? { 'r5-s3': {} } : {}) };
    const { findings, explored } = check(grid(8, 5, stuck));
    expect(explored.isComplete).toBe(true);
    const dead = findings.find((one) => one.check === 'dead-end')!;
    // Only the step where it goes no further, not those where the others have come to an end.
    expect(dead.elements.map(({ step }) => step)).toEqual(['r5-s3']);
    expect(dead.walk?.happenings).toHaveLength(7 * 4 + 2);
  });
});

describe('regions that know of each other are explored in every order', () => {
  test.each<[string, Parts]>([
    ['which share an action', { action: (_, at) => (at === 1 ? 'GO_ON' : undefined) }],
    [
      'where one sets a fact that the others read',
      {
        document: flagged,
        states: (region) => ({
          [`r${region}-s2`]: {
            on: { [`R${region}_S2`]: { target: `#r${region}-s3`, guard: 'flag' } },
            entry: [{ type: 'record', params: { flag: true } }],
          },
        }),
      },
    ],
    [
      'of which one leads out of all of them',
      {
        states: (region) => ({
          [`r${region}-s3`]: {
            on: {
              [`R${region}_S3`]: [{ target: `#r${region}-s4` }],
              GIVE_UP: { target: '#ended' },
            },
          },
        }),
      },
    ],
    [
      'which are remembered together',
      {
        parallel: {
          states: { before: { type: 'history', history: 'deep' } },
          on: { AGAIN: { target: '#before' } },
        },
      },
    ],
    [
      'while a transition without an event waits beside them',
      {
        document: flagged,
        parallel: { always: { target: '#ended', guard: 'flag' } },
      },
    ],
  ])('%s', (_, parts) => {
    const document = grid(3, 4, parts);
    const count = countOf(document);
    expect(count).toBe(countOf(document, true));
    expect(count).toBeGreaterThan(4 ** 3 / 2);
  });
});

test('a region that can go on only while another is half way goes on', () => {
  const set = (flag: boolean) => [{ type: 'record' as const, params: { flag } }];
  const document = grid(2, 3, {
    document: flagged,
    states: (region): Record<string, MachineNode> =>
      region === 1
        ? { 'r1-s2': { on: { R1_S2: { target: '#r1-s3' } }, entry: set(true), exit: set(false) } }
        : { 'r2-s1': { on: { R2_S1: { target: '#r2-s2', guard: 'flag' } } } },
    parallel: { on: { LEAVE: { target: '#ended' } } },
  });
  const serious = check(document).findings.filter((one) => one.check !== 'label-repeated');
  expect(serious).toEqual([]);
});

test('in turns the same is found as in every order, with walks that the engine takes', () => {
  let fewerCount = 0;
  let walkCount = 0;
  fc.assert(
    fc.property(arbitraryParallel, (document) => {
      const all = check(document, { isExhaustive: true, configurationsMax: 1500 });
      expect(all.findings.filter((one) => one.check === 'document-invalid')).toEqual([]);
      fc.pre(all.explored.isComplete);
      const some = check(document);
      expect(places(some.findings)).toEqual(places(all.findings));
      expect(some.explored.isComplete).toBe(true);
      const pathway = compile(document);
      for (const { walk } of some.findings) {
        if (!walk) continue;
        walkCount += 1;
        expect(walkExample(pathway, walk)).toBeDefined();
      }
      if (some.explored.configurations < all.explored.configurations) fewerCount += 1;
    }),
    { numRuns: 60, endOnFailure: true },
  );
  // In a third of the documents, or more.
  expect(fewerCount).toBeGreaterThan(0);
  expect(walkCount).toBeGreaterThan(0);
});
