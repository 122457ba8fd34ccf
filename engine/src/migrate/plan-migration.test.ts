import { describe, expect, test } from 'vitest';
import { advance, start } from '../advance.ts';
import type { CaseState, Circumstances, Pathway } from '../case.ts';
import { drawn } from '../check/testing-pathway.ts';
import type { Facts, MachineNode } from '../document.ts';
import { compile } from '../pathway.ts';
import { carryAgain } from './carry-again.ts';
import { type PlanOptions, type Population, planMigration } from './plan-migration.ts';

const circumstances: Circumstances = {
  now: '2026-01-12T09:00:00.000Z',
  timeZone: 'Europe/Rome',
  participant: {},
};

type States = Readonly<Record<string, MachineNode>>;
const end: MachineNode = { type: 'final' };
const ways = (...targets: readonly string[]): MachineNode => ({
  on: Object.fromEntries(targets.map((key) => [`TO_${key.toUpperCase()}`, { target: `#${key}` }])),
});

function pathwayOf(
  states: States,
  more: Omit<Parameters<typeof drawn>[0], 'states'> = {},
): Pathway {
  return compile(drawn({ states, ...more }));
}

function stateAt(pathway: Pathway, steps: readonly string[], participant: Facts = {}): CaseState {
  const here = { ...circumstances, participant };
  const started = start(pathway, here);
  if (!started.ok) throw new Error(started.refusal.reason.en);
  return steps.reduce((state, step) => {
    const action = `TO_${step.toUpperCase()}`;
    const advanced = advance(pathway, state, { type: 'action', action }, here);
    if (!advanced.ok) throw new Error(advanced.refusal.reason.en);
    return advanced.state;
  }, started.state);
}

const plan = (
  before: Pathway,
  after: Pathway,
  population: readonly Population[],
  options?: PlanOptions,
) => planMigration(before, after, population, circumstances, options);

describe('a plan', () => {
  const before = pathwayOf({
    a: ways('b', 'c', 'd'),
    b: ways('d'),
    c: ways('d'),
    d: ways('end'),
    end,
  });
  const after = pathwayOf({ a: ways('d', 'e'), d: ways('end'), e: ways('end'), end });
  const at = (step: string, count = 1): Population => ({ state: stateAt(before, [step]), count });

  test('asks once for all who lost the same step, whatever else is true of them', () => {
    const { counts, questions } = plan(before, after, [at('b', 2), at('b', 3), at('c'), at('d')]);
    expect(counts).toEqual({ unaffected: 1, moved: 0, 'needs-decision': 6, blocked: 0 });
    expect(questions).toMatchObject([
      { steps: ['b'], count: 5, choices: [{ at: ['a'] }, { at: ['d'] }, { at: ['e'] }] },
      { steps: ['c'], count: 1 },
    ]);
  });

  test('moves everybody whose question was answered', () => {
    const decisions = [
      { steps: ['b'], at: ['e'] },
      { steps: ['d'], at: ['e'] },
    ];
    const inside = [at('b', 5), at('c')];
    const { counts, groups, questions, answered } = plan(before, after, inside, { decisions });
    expect(counts).toMatchObject({ moved: 5, 'needs-decision': 1 });
    expect(groups[0]).toMatchObject({ kind: 'moved', example: { state: { value: 'e' } } });
    expect(questions.map(({ steps }) => steps)).toEqual([['c']]);
    expect(answered).toEqual([decisions[0]]);
  });

  test('says how far it is', () => {
    const seen: number[] = [];
    const many = Array.from({ length: 1200 }, () => at('d'));
    plan(before, after, many, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([0, 500, 1000]);
  });

  test('tells of each how it was judged, by which it can be carried over', () => {
    const told = new Map<number, string>();
    const decisions = [{ steps: ['b'], at: ['e'] }];
    const inside = [at('b'), at('c'), at('b'), at('d')];
    plan(before, after, inside, {
      decisions,
      onJudged(index, example) {
        const { state } = inside[index]!;
        const carried =
          example.kind === 'moved' &&
          carryAgain(before, after, state, circumstances, example.passage);
        told.set(index, carried ? String(carried.state.value) : example.kind);
      },
    });
    expect([...told]).toEqual([
      [0, 'e'],
      [1, 'needs-decision'],
      [2, 'e'],
      [3, 'unaffected'],
    ]);
  });

  test('says so when the proof stops early', () => {
    const fresh = pathwayOf({ a: ways('y'), y: ways('x'), x: ways('z'), z: ways('end'), end });
    const options = { configurationsMax: 1 };
    const found = plan(before, fresh, [at('c')], {
      ...options,
      decisions: [{ steps: ['c'], at: ['z'] }],
    });
    expect(found.proof).toMatchObject({ isComplete: false, unprovenCount: 1 });
    expect(plan(before, after, [at('d')]).proof).toEqual({ isComplete: true, unprovenCount: 0 });
  });
});

test('what the rules can tell of a participant decides for each alone', () => {
  const document = (more: object) =>
    pathwayOf(
      { a: { ...ways('end'), ...more }, z: ways('end'), end },
      {
        participant: { age: { type: 'integer' } },
        rules: { adult: { fact: 'participant.age', op: '>=', value: 18 } },
      },
    );
  const before = document({});
  const after = document({ always: { target: '#z', guard: 'adult' } });
  const aged = (age: number): Population => {
    const participant = { age };
    return { state: stateAt(before, [], participant), count: 1, participant };
  };
  const found = plan(before, after, [aged(16), aged(17), aged(18), aged(30)]);
  expect(found.groups).toMatchObject([
    { kind: 'unaffected', members: [0, 1] },
    { kind: 'moved', members: [2, 3], example: { state: { value: 'z' } } },
  ]);
});

describe('cases at the same step are told apart', () => {
  const kinds = (before: Pathway, after: Pathway, states: readonly CaseState[]) =>
    plan(
      before,
      after,
      states.map((state) => ({ state, count: 1 })),
    ).groups.map(({ kind, members }) => [kind, members]);

  test('by what they remember', () => {
    const remembering = (inner: States) =>
      pathwayOf({
        g: { initial: 'b', states: { ...inner, back: { type: 'history' } }, ...ways('o') },
        o: ways('back', 'end'),
        end,
      });
    const before = remembering({ b: ways('c'), c: {} });
    const states = [['o'], ['c', 'o'], ['o']].map((steps) => stateAt(before, steps));
    expect(kinds(before, remembering({ b: {} }), states)).toEqual([
      ['unaffected', [0, 2]],
      ['moved', [1]],
    ]);
  });

  test('by what the rules can tell of their facts', () => {
    const data = { flag: {} };
    const rules = { flagged: { fact: 'case.flag', op: '=', value: true } } as const;
    const drawing = (more: object) =>
      pathwayOf({ a: { ...ways('end'), ...more }, z: ways('end'), end }, { data, rules });
    const before = drawing({});
    const after = drawing({ always: { target: '#z', guard: 'flagged' } });
    const state = stateAt(before, []);
    const states = [true, false, true].map((flag) => ({ ...state, data: { flag } }));
    expect(kinds(before, after, states)).toEqual([
      ['moved', [0, 2]],
      ['unaffected', [1]],
    ]);
  });

  test('by the facts that lose their place', () => {
    const drawing = (maximum: number) =>
      pathwayOf({ a: ways('end'), end }, { data: { count: { type: 'integer', maximum } } });
    const before = drawing(9);
    const state = stateAt(before, []);
    const states = [3, 7, 4].map((count) => ({ ...state, data: { count } }));
    expect(kinds(before, drawing(5), states)).toEqual([
      ['unaffected', [0, 2]],
      ['moved', [1]],
    ]);
  });

  test('by how far a counter is, though no rule can tell it yet', () => {
    const drawing = (guard: object) =>
      pathwayOf(
        {
          a: {
            on: {
              ADD: { actions: [{ type: 'record', params: { count: { add: 1 } } }] },
              TO_END: { target: '#end', ...guard },
            },
          },
          end,
        },
        {
          data: { count: { type: 'integer' } },
          rules: { five: { fact: 'case.count', op: '=', value: 5 } },
        },
      );
    const before = drawing({});
    const state = stateAt(before, []);
    const states = [3, 7].map((count) => ({ ...state, data: { count } }));
    expect(kinds(before, drawing({ guard: 'five' }), states)).toEqual([
      ['unaffected', [0]],
      ['blocked', [1]],
    ]);
  });
});

test('cases in two regions that both lost their place are asked about each', () => {
  const regions = (...steps: readonly [string, string, ...string[]]): States => {
    const region = (key: string, from: string): MachineNode => ({
      initial: from,
      states: { [from]: ways(`${key}-end`), [`${key}-end`]: end },
    });
    const [x, y] = steps;
    return {
      p: {
        type: 'parallel',
        states: { one: region('one', x), two: region('two', y) },
        onDone: { target: '#end' },
      },
      end,
    };
  };
  const before = pathwayOf(regions('x', 'y'));
  const after = pathwayOf(regions('u', 'v'));
  const population = [{ state: stateAt(before, []), count: 1 }];
  const { questions } = plan(before, after, population);
  expect(questions).toMatchObject([
    { steps: ['x'], choices: [{ at: ['u'] }] },
    { steps: ['y'], choices: [{ at: ['v'] }] },
  ]);
  const decisions = questions.map(({ steps, choices }) => ({ steps, at: choices[0]!.at }));
  const { groups } = plan(before, after, population, { decisions });
  expect(groups).toMatchObject([{ kind: 'moved', example: { state: { value: { p: {} } } } }]);
});
