/** The changes of structure that a migration can meet: what is drawn before and after, and where. */
import { describe, expect, test } from 'vitest';
import { task } from '../check/testing-pathway.ts';
import type { MachineNode } from '../document.ts';
import type { MappingHints } from './map-steps.ts';
import { decided } from './questions.ts';
import { asked, end, migrated, region, type States, to, ways } from './testing-versions.ts';

interface Row {
  readonly change: string;
  readonly before: States;
  readonly after: States;
  /** The actions that led where the case is. */
  readonly walk?: readonly string[];
  readonly hints?: MappingHints;
  /** What is asked, and answered; each with its steps and the choices. */
  readonly asks?: readonly (readonly [steps: string, choices: string, answer: string])[];
  /** Where the case is then; none where it is not affected. */
  readonly value?: unknown;
  /** Of its books, what the row is about. */
  readonly with?: object;
}

const LINE: States = { a: to('#b'), b: to('#end'), end };
const inGroup = (initial: string, states: States): MachineNode => ({ initial, states });
const GROUPED: States = {
  a: to('#g'),
  g: inGroup('b', { b: to('#c'), c: to('#end') }),
  end,
};
const regions = (states: States, done = 'end'): MachineNode => ({
  type: 'parallel',
  states,
  onDone: { target: `#${done}` },
});
const SPLIT: States = {
  p: regions({ one: region('x', 'x-end'), two: region('y', 'y-end') }),
  end,
};
const onlyOne = (states: States): States => ({ p: regions(states, 'last'), last: to('#end'), end });
const done = { target: '#end' };
const busy = (more: MachineNode): States => ({ a: { ...to('#end'), ...more }, end });
const remembering = (inner: States): States => ({
  g: {
    ...inGroup(Object.keys(inner)[0]!, { ...inner, back: { type: 'history' } }),
    on: { OUT: { target: '#o' } },
  },
  o: { on: { BACK: { target: '#back' }, GO: done } },
  end,
});

const SINGLE: readonly Row[] = [
  {
    change: 'a step added elsewhere',
    before: LINE,
    after: { a: to('#n'), n: to('#b'), b: to('#end'), end },
  },
  {
    change: 'a step added behind where the case is',
    before: LINE,
    after: { n: to('#a'), a: to('#b'), b: to('#end'), end },
    walk: ['GO'],
  },
  {
    change: 'a step removed elsewhere',
    before: LINE,
    after: { b: to('#end'), end },
    walk: ['GO'],
  },
  {
    change: 'the step removed where the case is',
    before: LINE,
    after: { a: to('#c'), c: to('#end'), end },
    walk: ['GO'],
    asks: [['b', 'a, c', 'c']],
    value: 'c',
  },
  {
    change: 'the step removed where the case is, in a group: its siblings are asked first',
    before: GROUPED,
    after: { ...GROUPED, g: inGroup('c', { c: to('#d'), d: to('#end') }) },
    walk: ['GO'],
    asks: [['b', 'c, d', 'd']],
    value: { g: 'd' },
  },
  {
    change: 'a step closed to newcomers',
    before: LINE,
    after: { a: to('#end'), b: to('#end'), end },
    walk: ['GO'],
  },
  {
    change: 'a step renamed',
    before: LINE,
    after: { a: to('#z'), z: to('#end'), end },
    walk: ['GO'],
    hints: { renamedSteps: { b: 'z' } },
    value: 'z',
  },
  {
    change: 'a step renamed, and nothing but its content tells',
    before: { ...LINE, b: { ...to('#end'), invoke: task('t') } },
    after: { a: to('#z'), z: { ...to('#end'), invoke: task('t') }, end },
    walk: ['GO'],
    value: 'z',
    with: { activities: { t: 'task' } },
  },
  {
    change: 'two steps that swapped their names',
    before: LINE,
    after: { b: to('#a'), a: to('#end'), end },
    walk: ['GO'],
    hints: { renamedSteps: { a: 'b', b: 'a' } },
    value: 'a',
  },
  {
    change: 'two steps merged',
    before: LINE,
    after: { ab: to('#end'), end },
    walk: ['GO'],
    hints: { renamedSteps: { a: 'ab', b: 'ab' } },
    value: 'ab',
  },
  {
    change: 'a step split into two that follow each other',
    before: LINE,
    after: { a: to('#b1'), b1: to('#b2'), b2: to('#end'), end },
    walk: ['GO'],
    asks: [['b', 'a, b1, b2', 'b2']],
    value: 'b2',
  },
  {
    change: 'a step split into two beside each other',
    before: LINE,
    after: {
      a: to('#b'),
      b: regions({ one: region('x', 'x-end'), two: region('y', 'y-end') }),
      end,
    },
    walk: ['GO'],
    value: { b: { one: 'x', two: 'y' } },
  },
];

const NESTING: readonly Row[] = [
  {
    change: 'a scope added',
    before: LINE,
    after: { a: to('#b'), g: inGroup('b', { b: to('#end') }), end },
    walk: ['GO'],
    value: { g: 'b' },
  },
  {
    change: 'a scope removed',
    before: GROUPED,
    after: { a: to('#b'), b: to('#c'), c: to('#end'), end },
    walk: ['GO', 'GO'],
    value: 'c',
  },
  {
    change: 'a step that moves into a group',
    before: LINE,
    after: GROUPED,
    walk: ['GO'],
    value: { g: 'b' },
  },
  {
    change: 'a step that moves out of a group',
    before: GROUPED,
    after: { a: to('#b'), g: inGroup('c', { c: to('#end') }), b: to('#c'), end },
    walk: ['GO'],
    value: 'b',
  },
  {
    change: 'a step that moves out of a group and can no longer be come to',
    before: GROUPED,
    after: { a: to('#g'), g: inGroup('c', { c: to('#end') }), b: to('#c'), end },
    walk: ['GO'],
    asks: [['b', 'a, c', 'c']],
    value: { g: 'c' },
  },
  {
    change: 'a step that becomes a group',
    before: LINE,
    after: { a: to('#b'), b: inGroup('i', { i: to('#end') }), end },
    walk: ['GO'],
    value: { b: 'i' },
  },
  {
    change: 'a group that becomes a step',
    before: GROUPED,
    after: { a: to('#g'), g: to('#end'), end },
    walk: ['GO', 'GO'],
    value: 'g',
  },
  {
    change: 'a nesting flipped',
    before: { o: inGroup('i', { i: inGroup('s', { s: to('#end') }) }), end },
    after: { i: inGroup('o', { o: inGroup('s', { s: to('#end') }) }), end },
    value: { i: { o: 's' } },
  },
];

const REGIONS: readonly Row[] = [
  {
    change: 'a region added',
    before: onlyOne({ one: region('x', 'x-end') }),
    after: SPLIT,
    value: { p: { one: 'x', two: 'y' } },
  },
  {
    change: 'a region removed',
    before: SPLIT,
    after: onlyOne({ one: region('x', 'x-end') }),
    value: { p: { one: 'x' } },
  },
  {
    change: 'the last region under way removed',
    before: SPLIT,
    after: onlyOne({ one: region('x', 'x-end') }),
    walk: ['X'],
    value: 'last',
  },
  {
    change: 'both regions redrawn: one question for each',
    before: SPLIT,
    after: { p: regions({ one: region('u', 'u-end'), two: region('v', 'v-end') }), end },
    asks: [
      ['x', 'u', 'u'],
      ['y', 'v', 'v'],
    ],
    value: { p: { one: 'u', two: 'v' } },
  },
  {
    change: 'regions that become alternatives',
    before: SPLIT,
    after: { o: ways('x', 'y'), x: to('#end', 'X'), y: to('#end', 'Y'), end },
    asks: [['x and y', 'x, y', 'y']],
    value: 'y',
  },
  {
    change: 'the whole parallel step removed: one question for all of it',
    before: SPLIT,
    after: { m: to('#n'), n: to('#end'), end },
    asks: [['x and y', 'm, n', 'n']],
    value: 'n',
  },
];

const BOOKS: readonly Row[] = [
  {
    change: 'an activity described otherwise under way',
    before: busy({ invoke: { ...task('t'), onDone: done } }),
    after: busy({ invoke: { ...task('t', { due: 'P3D' }), onDone: done } }),
    value: 'a',
    with: { activities: { t: 'task' } },
  },
  {
    change: 'an activity replaced under way',
    before: busy({ invoke: { ...task('t'), onDone: done } }),
    after: busy({ invoke: { ...task('u'), onDone: done } }),
    value: 'a',
    with: { activities: { u: 'task' } },
  },
  {
    change: 'an activity moved to the group around',
    before: { g: inGroup('b', { b: { ...to('#end'), invoke: task('t') } }), end },
    after: { g: { ...inGroup('b', { b: to('#end') }), invoke: task('t') }, end },
    value: { g: 'b' },
    with: { activities: { t: 'task' } },
  },
  {
    change: 'an activity that had ended, whose end is now the only way on',
    before: busy({ invoke: task('t') }),
    after: { a: { invoke: { ...task('t'), onDone: done } }, end },
    walk: ['t'],
    value: 'a',
    with: { activities: { t: 'task' } },
  },
  {
    change: 'a time limit lengthened under way',
    before: busy({ after: { P7D: done } }),
    after: busy({ after: { P10D: done } }),
    value: 'a',
    with: { timers: { 'xstate.after.P10D.a': '2026-01-22T09:00:00.000Z' } },
  },
  {
    change: 'a time limit removed under way',
    before: busy({ after: { P7D: done } }),
    after: busy({}),
    value: 'a',
    with: { timers: {} },
  },
  {
    change: 'a time limit added: it runs from now',
    before: busy({}),
    after: busy({ after: { P7D: done } }),
    value: 'a',
    with: { timers: { 'xstate.after.P7D.a': '2026-01-22T09:00:00.000Z' } },
  },
];

const HISTORY: readonly Row[] = [
  {
    change: 'history to a renamed step',
    before: remembering({ b: to('#c'), c: to('#end') }),
    after: remembering({ b: to('#z'), z: to('#end') }),
    walk: ['GO', 'OUT'],
    hints: { renamedSteps: { c: 'z' } },
    value: 'o',
    with: { history: { back: ['z'] } },
  },
  {
    change: 'history to a removed step: the group’s beginning is remembered',
    before: remembering({ b: to('#c'), c: to('#end') }),
    after: remembering({ b: to('#end') }),
    walk: ['GO', 'OUT'],
    value: 'o',
    with: { history: { back: ['b'] } },
  },
  {
    change: 'the history step itself removed',
    before: remembering({ b: to('#c'), c: to('#end') }),
    after: {
      g: { ...inGroup('b', { b: to('#c'), c: to('#end') }), on: { OUT: { target: '#o' } } },
      o: { on: { BACK: { target: '#g' }, GO: done } },
      end,
    },
    walk: ['GO', 'OUT'],
    value: 'o',
    with: { history: {} },
  },
];

const PARKED: readonly Row[] = [
  { change: 'a version without a way to its outcome', before: LINE, after: { a: {}, b: {}, end } },
  {
    change: 'a version that ends at once',
    before: LINE,
    after: { a: { always: { target: '#end' } }, end },
  },
];

describe.each([
  ['steps', SINGLE],
  ['nesting', NESTING],
  ['regions', REGIONS],
  ['what is under way', BOOKS],
  ['what is remembered', HISTORY],
] as const)('%s', (_, rows) => {
  test.each(rows)('$change', ({ before, after, walk = [], hints, asks = [], ...row }) => {
    const { one, mapping, migrate } = migrated(before, after, walk, hints);
    if (row.value === undefined) {
      expect(one.kind).toBe('unaffected');
      return;
    }
    const told = asks.map(([steps, choices]) => ({
      steps: steps.split(' and '),
      choices: choices.split(', '),
    }));
    if (asks.length > 0) expect(asked(one)).toEqual(told);
    const answered = asks.reduce(
      (map, [steps, , answer]) => decided(map, steps.split(' and '), [answer]),
      mapping,
    );
    const expected = { status: 'active', value: row.value, ...row.with };
    expect(migrate(answered)).toMatchObject({ kind: 'moved', state: expected });
  });
});

test.each(PARKED)('parked: $change', ({ before, after }) => {
  expect(migrated(before, after, []).one.kind).toBe('blocked');
});
