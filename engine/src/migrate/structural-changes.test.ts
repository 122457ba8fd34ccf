/** The changes of structure that a migration can meet: what is drawn before and after, and where. */
import { describe, expect, test } from 'vitest';
import type { CaseState, Effect } from '../case.ts';
import { task, words } from '../check/testing-pathway.ts';
import type { ActivityKind, Assignee, MachineNode } from '../document.ts';
import { carryAgain } from './carry-again.ts';
import type { MappingHints } from './map-steps.ts';
import { migrateCase } from './migrate-case.ts';
import type { Changes, Obligation } from './migration.ts';
import { takeBack } from './take-back.ts';
import {
  asked,
  type Drawing,
  end,
  later,
  migrated,
  region,
  type States,
  to,
  ways,
} from './testing-versions.ts';

interface Row {
  readonly change: string;
  readonly before: States;
  readonly after: States;
  /** The actions (large), ends of activities (small) and timers that led where the case is. */
  readonly walk?: readonly string[];
  readonly hints?: MappingHints;
  /** What is asked, and answered; each with its steps and the choices. */
  readonly asks?: readonly (readonly [steps: string, choices: string, answer: string])[];
  /** Where the case is then; none where it is not affected. */
  readonly value?: unknown;
  /** Of its books, what the row is about. */
  readonly with?: object;
  /** All that is gained and lost. */
  readonly changes?: Readonly<Record<string, string>>;
  /** What else stands in the documents: in both, or in each. */
  readonly drawing?: Drawing | readonly [before: Drawing, after: Drawing];
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
/** Whether somebody is of age is known in nobody's case; they are not. */
const OF_AGE: Drawing = {
  data: { 'of-age': { default: false } },
  rules: {
    adult: { fact: 'case.of-age', op: '=', value: true },
    minor: { fact: 'case.of-age', op: '=', value: false },
  },
};
const onceAdult = (target: string): MachineNode => ({
  on: { GO: { target: `#${target}`, guard: 'adult' } },
});
const KEPT: Drawing = { data: { kept: { default: true } } };
const HELLO: Drawing = {
  messages: { hello: { to: 'participant', subject: words('hello'), body: words('hello') } },
};
const WEEK = '2026-01-19T09:00:00.000Z';
const onlyOne = (states: States): States => ({ p: regions(states, 'last'), last: to('#end'), end });
const done = { target: '#end' };
const busy = (more: MachineNode): States => ({ a: { ...to('#end'), ...more }, end });
const doneBy = (assignee: Assignee | undefined, src: ActivityKind = 'task'): States =>
  busy({ invoke: { ...task('t', { assignee }), src, onDone: done } });
const remembering = (inner: States, history: 'shallow' | 'deep' = 'shallow'): States => ({
  g: {
    ...inGroup(Object.keys(inner)[0]!, { ...inner, back: { type: 'history', history } }),
    on: { OUT: { target: '#o' } },
  },
  o: { on: { BACK: { target: '#back' }, GO: done } },
  end,
});
/** In whose group only the step leads on that is not its first. */
const throughMemory = (more: MachineNode): States => ({
  a: ways('c'),
  g: {
    ...inGroup('b', { b: {}, c: to('#end'), back: { type: 'history' } }),
    on: { OUT: { target: '#o' } },
  },
  o: { on: { BACK: { target: '#back' } }, ...more },
  end,
});
const endedEarly = (more: States): States => ({
  g: {
    ...region('x', 'x-end'),
    on: { SET: { actions: [{ type: 'record', params: { 'of-age': true } }] }, OUT: done },
    onDone: { target: '#next', guard: 'adult' },
  },
  next: to('#end'),
  ...more,
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
    change: 'a step replaced by another, with what it had going',
    before: {
      ...LINE,
      b: { ...to('#end'), invoke: task('t'), after: { P7D: { target: '#end' } } },
    },
    after: { a: to('#z'), z: { ...to('#end', 'LEAVE'), invoke: task('u') }, end },
    walk: ['GO'],
    hints: { renamedSteps: { b: 'z' } },
    value: 'z',
    with: { activities: { u: 'task' }, timers: {} },
    changes: {
      ...{ activitiesOpened: 'u', activitiesWithdrawn: 't', timersCleared: 'b P7D 2026-01-19' },
      ...{ actionsGained: 'LEAVE', actionsLost: 'GO' },
    },
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
    changes: { actionsGained: 'X, Y', actionsLost: 'GO' },
  },
  {
    change: 'a step split into two by a rule, and where it was the way parts by itself',
    before: { ...LINE },
    after: {
      a: to('#b'),
      b: { always: [{ target: '#adult', guard: 'adult' }, { target: '#minor' }] },
      adult: to('#end'),
      minor: to('#end'),
      end,
    },
    walk: ['GO'],
    drawing: OF_AGE,
    value: 'minor',
  },
  {
    change: 'a step split into two by a rule, in its place: which of them is asked',
    before: LINE,
    after: {
      a: { on: { GO: [{ target: '#adult', guard: 'adult' }, { target: '#minor' }] } },
      adult: to('#end'),
      minor: to('#end'),
      end,
    },
    walk: ['GO'],
    drawing: OF_AGE,
    asks: [['b', 'a, adult, minor', 'adult']],
    value: 'adult',
  },
  {
    change: 'two steps merged that lay beside each other',
    before: SPLIT,
    after: { xy: to('#end'), end },
    hints: { renamedSteps: { x: 'xy', y: 'xy' } },
    value: 'xy',
    changes: { actionsGained: 'GO', actionsLost: 'X, Y' },
  },
  {
    change: 'a step from which nothing leads on, as before, while others are redrawn',
    before: { a: ways('s', 'end'), s: {}, end },
    after: { a: ways('s', 'n'), n: to('#end'), s: {}, end },
    walk: ['TO_S'],
  },
  {
    change: 'another step is now the first',
    before: LINE,
    after: { b: to('#a'), a: to('#end'), end },
  },
  {
    change: 'the way on from where the case is replaced by one back',
    before: LINE,
    after: { a: { on: { GO: { target: '#b' }, OUT: done } }, b: to('#a', 'BACK'), end },
    walk: ['GO'],
    changes: { actionsGained: 'BACK', actionsLost: 'GO' },
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
  {
    change: 'a step that moves into a group and is renamed at once',
    before: LINE,
    after: { a: to('#g'), g: inGroup('z', { z: to('#c'), c: to('#end') }), end },
    walk: ['GO'],
    hints: { renamedSteps: { b: 'z' } },
    value: { g: 'z' },
  },
  {
    change: 'a step that moves into another group, and not to its beginning',
    before: {
      a: to('#g'),
      g: inGroup('b', { b: to('#c'), c: to('#h') }),
      h: inGroup('d', { d: to('#end') }),
      end,
    },
    after: {
      a: to('#g'),
      g: inGroup('b', { b: to('#h') }),
      h: inGroup('d', { d: to('#c'), c: to('#end') }),
      end,
    },
    walk: ['GO', 'GO'],
    value: { h: 'c' },
  },
  {
    change: 'a group renamed around the case, with what it has going',
    before: { ...GROUPED, g: { ...GROUPED.g, after: { P7D: done }, invoke: task('t') } },
    after: { a: to('#k'), k: { ...GROUPED.g, after: { P7D: done }, invoke: task('t') }, end },
    walk: ['GO', 'GO'],
    hints: { renamedSteps: { g: 'k' } },
    value: { k: 'c' },
    with: { activities: { t: 'task' }, timers: { 'xstate.after.P7D.k': WEEK } },
  },
  {
    change: 'a scope removed with what it had going',
    before: { ...GROUPED, g: { ...GROUPED.g, after: { P7D: done }, invoke: task('t') } },
    after: { a: to('#b'), b: to('#c'), c: to('#end'), end },
    walk: ['GO', 'GO'],
    value: 'c',
    with: { activities: {}, timers: {} },
    changes: { activitiesWithdrawn: 't', timersCleared: 'g P7D 2026-01-19' },
  },
  {
    change: 'a scope added with something of its own going',
    before: LINE,
    after: {
      a: to('#g'),
      g: { ...inGroup('b', { b: to('#end') }), after: { P7D: done }, invoke: task('t') },
      end,
    },
    walk: ['GO'],
    value: { g: 'b' },
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't', timersSet: 'g P7D 2026-01-22' },
  },
  {
    change: 'a group that becomes a parallel step: where the case is is now a region',
    before: GROUPED,
    after: { a: to('#g'), g: regions({ b: region('u', 'u-end'), c: region('v', 'v-end') }), end },
    walk: ['GO', 'GO'],
    value: { g: { b: 'u', c: 'v' } },
    changes: { actionsGained: 'U, V', actionsLost: 'GO' },
  },
  {
    change: 'a nesting flipped, with regions inside',
    before: { o: inGroup('p', { p: regions({ one: region('x', 'x-end') }) }), end },
    after: {
      p: regions({
        one: inGroup('o', {
          o: { ...region('x', 'x-end'), onDone: { target: '#f' } },
          f: { type: 'final' },
        }),
      }),
      end,
    },
    value: { p: { one: { o: 'x' } } },
  },
];

const REGIONS: readonly Row[] = [
  {
    change: 'a region added',
    before: onlyOne({ one: region('x', 'x-end') }),
    after: SPLIT,
    value: { p: { one: 'x', two: 'y' } },
    changes: { actionsGained: 'Y' },
  },
  {
    change: 'a step replaced by regions that go hand in hand: whole places are offered',
    before: LINE,
    after: {
      a: to('#p'),
      p: regions({
        one: inGroup('x', { x: onceAdult('u'), u: to('#u-end', 'U'), 'u-end': end }),
        two: inGroup('y', { y: onceAdult('v'), v: to('#v-end', 'V'), 'v-end': end }),
      }),
      end,
    },
    walk: ['GO'],
    drawing: OF_AGE,
    asks: [['b', 'u and v, u-end and v, u and v-end', 'u and v']],
    value: { p: { one: 'u', two: 'v' } },
    changes: { actionsGained: 'U, V', actionsLost: 'GO' },
  },
  {
    change: 'a region removed',
    before: SPLIT,
    after: onlyOne({ one: region('x', 'x-end') }),
    value: { p: { one: 'x' } },
    changes: { actionsLost: 'Y' },
  },
  {
    change: 'the last region under way removed',
    before: SPLIT,
    after: onlyOne({ one: region('x', 'x-end') }),
    walk: ['X'],
    value: 'last',
    changes: { actionsGained: 'GO', actionsLost: 'Y' },
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
    changes: { actionsGained: 'U, V', actionsLost: 'X, Y' },
  },
  {
    change: 'regions that become alternatives',
    before: SPLIT,
    after: { o: ways('x', 'y'), x: to('#end', 'X'), y: to('#end', 'Y'), end },
    asks: [['x and y', 'x, y', 'y']],
    value: 'y',
    changes: { actionsLost: 'X' },
  },
  {
    change: 'the whole parallel step removed: one question for all of it',
    before: SPLIT,
    after: { m: to('#n'), n: to('#end'), end },
    asks: [['x and y', 'm, n', 'n']],
    value: 'n',
    changes: { actionsGained: 'GO', actionsLost: 'X, Y' },
  },
  {
    change: 'a region added, with an activity and a limit, while another has ended',
    before: SPLIT,
    after: {
      p: regions({
        one: region('x', 'x-end'),
        two: region('y', 'y-end'),
        three: inGroup('z', {
          z: { ...to('#z-end', 'Z'), invoke: task('t'), after: { P7D: { target: '#z-end' } } },
          'z-end': end,
        }),
      }),
      end,
    },
    walk: ['X'],
    value: { p: { one: 'x-end', two: 'y', three: 'z' } },
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't', timersSet: 'z P7D 2026-01-22', actionsGained: 'Z' },
  },
  {
    change: 'a region added whose first step sends a message on entry: it is not sent',
    before: onlyOne({ one: region('x', 'x-end') }),
    after: onlyOne({
      one: region('x', 'x-end'),
      two: inGroup('y', {
        y: {
          ...to('#y-end', 'Y'),
          entry: [{ type: 'message', params: { message: 'hello' } }],
        },
        'y-end': end,
      }),
    }),
    drawing: HELLO,
    value: { p: { one: 'x', two: 'y' } },
    changes: { actionsGained: 'Y' },
  },
  {
    change: 'a region removed with a seat, while another goes on',
    before: {
      p: regions({
        one: region('x', 'x-end'),
        two: inGroup('y', {
          y: { ...to('#y-end', 'Y'), invoke: { ...task('seat'), src: 'enrolment' } },
          'y-end': end,
        }),
      }),
      last: to('#end'),
      end,
    },
    after: onlyOne({ one: region('x', 'x-end') }),
    value: { p: { one: 'x' } },
    with: { activities: {} },
    changes: { activitiesWithdrawn: 'seat', actionsLost: 'Y' },
  },
  {
    change: 'a step that becomes the end of its region: nobody’s region is ended',
    before: SPLIT,
    after: {
      p: regions({
        one: inGroup('w', { w: to('#x', 'W'), x: end }),
        two: region('y', 'y-end'),
      }),
      end,
    },
    asks: [['x', 'w', 'w']],
    value: { p: { one: 'w', two: 'y' } },
    changes: { actionsGained: 'W', actionsLost: 'X' },
  },
  {
    change: 'a region renamed',
    before: SPLIT,
    after: { p: regions({ uno: region('x', 'x-end'), two: region('y', 'y-end') }), end },
    walk: ['X'],
    hints: { renamedSteps: { one: 'uno' } },
    value: { p: { uno: 'x-end', two: 'y' } },
  },
  {
    change: 'a step that moves from one region to the other, where somebody is',
    before: SPLIT,
    after: {
      p: regions({
        one: region('u', 'u-end'),
        two: inGroup('y', { y: to('#x', 'Y'), x: to('#y-end', 'X'), 'y-end': end }),
      }),
      end,
    },
    asks: [['x and y', 'y, x', 'x']],
    value: { p: { one: 'u', two: 'x' } },
    changes: { actionsGained: 'U', actionsLost: 'Y' },
  },
  {
    change: 'a step that becomes one of two regions',
    before: LINE,
    after: {
      a: to('#p'),
      p: regions({ one: inGroup('b', { b: to('#f'), f: end }), two: region('y', 'y-end') }),
      end,
    },
    walk: ['GO'],
    value: { p: { one: 'b', two: 'y' } },
    changes: { actionsGained: 'Y' },
  },
  {
    change: 'the end of a region removed, where somebody has reached it: it goes on from there',
    before: SPLIT,
    after: {
      p: regions({
        one: inGroup('x', { x: to('#x-end', 'X'), 'x-end': to('#f', 'MORE'), f: end }),
        two: region('y', 'y-end'),
      }),
      end,
    },
    walk: ['X'],
    value: { p: { one: 'x-end', two: 'y' } },
    changes: { actionsGained: 'MORE' },
  },
  {
    change: 'a region of which only the end is left, while the other has ended',
    before: SPLIT,
    after: {
      p: regions({ one: region('x', 'x-end'), two: inGroup('v', { v: end }) }, 'last'),
      last: to('#end'),
      end,
    },
    walk: ['X'],
    asks: [['x-end and y', 'x, last', 'last']],
    value: 'last',
    changes: { actionsGained: 'GO', actionsLost: 'Y' },
  },
];

const BOOKS: readonly Row[] = [
  {
    change: 'an activity described otherwise under way',
    before: busy({ invoke: { ...task('t'), onDone: done } }),
    after: busy({ invoke: { ...task('t', { due: 'P3D' }), onDone: done } }),
    value: 'a',
    with: { activities: { t: 'task' } },
    changes: { activitiesRevised: 't' },
  },
  {
    change: 'an activity replaced under way',
    before: busy({ invoke: { ...task('t'), onDone: done } }),
    after: busy({ invoke: { ...task('u'), onDone: done } }),
    value: 'a',
    with: { activities: { u: 'task' } },
    changes: { activitiesOpened: 'u', activitiesWithdrawn: 't' },
  },
  {
    change: 'an activity moved to the group around',
    before: { g: inGroup('b', { b: { ...to('#end'), invoke: task('t') } }), end },
    after: { g: { ...inGroup('b', { b: to('#end') }), invoke: task('t') }, end },
    value: { g: 'b' },
    with: { activities: { t: 'task' } },
    changes: { activitiesRevised: 't' },
  },
  {
    change: 'an activity that had ended, whose end is now the only way on',
    before: busy({ invoke: task('t') }),
    after: { a: { invoke: { ...task('t'), onDone: done } }, end },
    walk: ['t'],
    value: 'a',
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't', actionsLost: 'GO' },
  },
  {
    change: 'an activity that had ended is the only way on again: what is open beside it stays',
    before: busy({ invoke: [task('t'), task('u')] }),
    after: { a: { invoke: [{ ...task('t'), onDone: done }, task('u')] }, end },
    walk: ['t'],
    value: 'a',
    with: { activities: { t: 'task', u: 'task' } },
    changes: { activitiesOpened: 't', actionsLost: 'GO' },
  },
  {
    change: 'an activity added where the way to the outcome parts by a rule, without an event',
    before: busy({}),
    after: {
      a: { ...to('#r'), invoke: task('t') },
      r: { always: [{ target: '#end', guard: 'minor' }, { target: '#a' }] },
      end,
    },
    drawing: OF_AGE,
    value: 'a',
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't' },
  },
  {
    change: 'a time limit lengthened under way',
    before: busy({ after: { P7D: done } }),
    after: busy({ after: { P10D: done } }),
    value: 'a',
    with: { timers: { 'xstate.after.P10D.a': '2026-01-22T09:00:00.000Z' } },
    changes: { timersRecomputed: 'a P10D 2026-01-22' },
  },
  {
    change: 'a time limit removed under way',
    before: busy({ after: { P7D: done } }),
    after: busy({}),
    value: 'a',
    with: { timers: {} },
    changes: { timersCleared: 'a P7D 2026-01-19' },
  },
  {
    change: 'a time limit added: it runs from now',
    before: busy({}),
    after: busy({ after: { P7D: done } }),
    value: 'a',
    with: { timers: { 'xstate.after.P7D.a': '2026-01-22T09:00:00.000Z' } },
    changes: { timersSet: 'a P7D 2026-01-22' },
  },
  {
    change: 'a time limit shortened under way: it has passed and is due at once',
    before: busy({ after: { P7D: done } }),
    after: busy({ after: { P1D: done } }),
    value: 'a',
    with: { timers: { 'xstate.after.P1D.a': '2026-01-13T09:00:00.000Z' } },
    changes: { timersRecomputed: 'a P1D 2026-01-13' },
  },
  {
    change: 'a time limit lengthened while its step is renamed',
    before: busy({ after: { P7D: done } }),
    after: { z: { ...to('#end'), after: { P10D: done } }, end },
    hints: { renamedSteps: { a: 'z' } },
    value: 'z',
    with: { timers: { 'xstate.after.P10D.z': '2026-01-22T09:00:00.000Z' } },
    changes: { timersRecomputed: 'z P10D 2026-01-22' },
  },
  {
    change: 'one of two time limits changed: the other keeps its date',
    before: busy({ after: { P7D: done, P9D: done } }),
    after: busy({ after: { P9D: done, P8D: done } }),
    value: 'a',
    with: {
      timers: {
        'xstate.after.P8D.a': '2026-01-20T09:00:00.000Z',
        'xstate.after.P9D.a': '2026-01-21T09:00:00.000Z',
      },
    },
    changes: { timersRecomputed: 'a P8D 2026-01-20' },
  },
  {
    change: 'a time limit that has passed does not run again',
    before: busy({ after: { P1D: { actions: [] }, P7D: done } }),
    after: busy({ after: { P1D: { actions: [] }, P8D: done } }),
    walk: ['xstate.after.P1D.a'],
    value: 'a',
    with: { timers: { 'xstate.after.P8D.a': '2026-01-20T09:00:00.000Z' } },
    changes: { timersRecomputed: 'a P8D 2026-01-20' },
  },
  {
    change: 'the role that does an activity changed under way: it is opened anew',
    before: doneBy({ role: 'case-manager' }),
    after: doneBy({ role: 'coordinator' }),
    value: 'a',
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't', activitiesWithdrawn: 't' },
  },
  {
    change: 'an activity given to another organisation under way',
    before: doneBy({ organisation: 'cesvip' }),
    after: doneBy({ organisation: 'formaper' }),
    value: 'a',
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't', activitiesWithdrawn: 't' },
  },
  {
    change: 'an activity taken from an organisation under way, for a role to do',
    before: doneBy({ organisation: 'cesvip' }),
    after: doneBy({ role: 'case-manager' }),
    value: 'a',
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't', activitiesWithdrawn: 't' },
  },
  {
    change: 'an activity given to an organisation under way, which a role did',
    before: doneBy({ role: 'case-manager' }),
    after: doneBy({ organisation: 'cesvip' }),
    value: 'a',
    with: { activities: { t: 'task' } },
    changes: { activitiesOpened: 't', activitiesWithdrawn: 't' },
  },
  {
    change: 'an appointment given to another organisation while its step is renamed',
    before: doneBy({ organisation: 'cesvip' }, 'appointment'),
    after: { z: doneBy({ organisation: 'formaper' }, 'appointment').a!, end },
    hints: { renamedSteps: { a: 'z' } },
    value: 'z',
    with: { activities: { t: 'appointment' } },
    changes: { activitiesOpened: 't', activitiesWithdrawn: 't' },
  },
  {
    change: 'an appointment that the case manager sees to anyway, as is now said',
    before: doneBy(undefined, 'appointment'),
    after: doneBy({ role: 'case-manager' }, 'appointment'),
    value: 'a',
    with: { activities: { t: 'appointment' } },
    changes: { activitiesRevised: 't' },
  },
  {
    change: 'another assignee of an activity that has ended',
    before: {
      a: { ...to('#end'), invoke: task('t', { assignee: { organisation: 'cesvip' } }) },
      end,
    },
    after: { a: { ...to('#end'), invoke: task('t') }, end },
    walk: ['t'],
  },
  {
    change: 'another assignee of a seat under way: who sees to it is its edition’s to say',
    before: doneBy({ organisation: 'cesvip' }, 'enrolment'),
    after: doneBy({ organisation: 'formaper' }, 'enrolment'),
    value: 'a',
    with: { activities: { t: 'enrolment' } },
    changes: { activitiesRevised: 't' },
  },
  {
    change: 'another assignee of a sub-pathway under way: it is nobody’s task and goes on',
    before: doneBy({ organisation: 'cesvip' }, 'pathway'),
    after: doneBy({ organisation: 'formaper' }, 'pathway'),
    value: 'a',
    with: { activities: { t: 'pathway' } },
    changes: { activitiesRevised: 't' },
  },
  {
    change: 'the kind of an activity changed under way',
    before: busy({ invoke: { ...task('t'), onDone: done } }),
    after: busy({ invoke: { ...task('t'), src: 'enrolment', onDone: done } }),
    value: 'a',
    with: { activities: { t: 'enrolment' } },
    changes: { activitiesOpened: 't', activitiesWithdrawn: 't' },
  },
  {
    change: 'another sub-pathway for the activity under way: the one that began goes on',
    before: busy({ invoke: { ...task('t', { pathway: 'one' }), src: 'pathway', onDone: done } }),
    after: busy({ invoke: { ...task('t', { pathway: 'two' }), src: 'pathway', onDone: done } }),
    value: 'a',
    with: { activities: { t: 'pathway' } },
    changes: { activitiesRevised: 't' },
  },
  {
    change: 'what follows an activity changed under way',
    before: busy({ invoke: { ...task('t'), onDone: done } }),
    after: { ...busy({ invoke: { ...task('t'), onDone: { target: '#n' } } }), n: to('#end') },
  },
  {
    change: 'an activity added beside one that has ended',
    before: busy({ invoke: task('t') }),
    after: busy({ invoke: [task('t'), task('u')] }),
    walk: ['t'],
    value: 'a',
    with: { activities: { u: 'task' } },
    changes: { activitiesOpened: 'u' },
  },
  {
    change: 'a step removed with its activity and its time limit',
    before: { ...LINE, b: { ...to('#end'), invoke: task('t'), after: { P7D: done } } },
    after: { a: to('#c'), c: to('#end'), end },
    walk: ['GO'],
    asks: [['b', 'a, c', 'c']],
    value: 'c',
    with: { activities: {}, timers: {} },
    changes: { activitiesWithdrawn: 't', timersCleared: 'b P7D 2026-01-19' },
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
    changes: { historyForgotten: 'back' },
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
    changes: { historyForgotten: 'back' },
  },
  {
    change: 'a group renamed that is remembered',
    before: remembering({ b: to('#c'), c: to('#end') }),
    after: {
      k: remembering({ b: to('#c'), c: to('#end') }).g!,
      o: { on: { BACK: { target: '#back' }, GO: done } },
      end,
    },
    walk: ['GO', 'OUT'],
    hints: { renamedSteps: { g: 'k' } },
  },
  {
    change: 'a remembered step that moves out of the group',
    before: remembering({ b: to('#c'), c: to('#end') }),
    after: { ...remembering({ b: to('#c') }), c: to('#end') },
    walk: ['GO', 'OUT'],
    value: 'o',
    with: { history: { back: ['b'] } },
    changes: { historyForgotten: 'back' },
  },
  {
    change: 'a remembered step that becomes a group, by its whole depth',
    before: remembering({ b: to('#c'), c: to('#end') }, 'deep'),
    after: remembering({ b: to('#c'), c: inGroup('i', { i: to('#end') }) }, 'deep'),
    walk: ['GO', 'OUT'],
    value: 'o',
    with: { history: { back: ['i'] } },
  },
  {
    change: 'an activity added where the only way to the outcome is through what is remembered',
    before: throughMemory({}),
    after: throughMemory({ invoke: task('u') }),
    walk: ['TO_C', 'OUT'],
    value: 'o',
    with: { activities: { u: 'task' }, history: { back: ['c'] } },
    changes: { activitiesOpened: 'u' },
  },
  {
    change: 'a memory that becomes deep',
    before: remembering({ b: to('#c'), c: inGroup('i', { i: to('#end') }) }),
    after: remembering({ b: to('#c'), c: inGroup('i', { i: to('#end') }) }, 'deep'),
    walk: ['GO', 'OUT'],
    value: 'o',
    with: { history: { back: ['i'] } },
  },
  {
    change: 'a memory of a step that is gone, while the step where the case is is redrawn',
    before: { ...remembering({ b: to('#c'), c: to('#end') }) },
    after: {
      g: { ...remembering({ b: to('#end') }).g!, on: { OUT: { target: '#q' } } },
      q: { on: { BACK: { target: '#back' }, STAY: done } },
      end,
    },
    walk: ['GO', 'OUT'],
    asks: [['o', 'b, q', 'q']],
    value: 'q',
    with: { history: { back: ['b'] } },
    changes: { historyForgotten: 'back', actionsGained: 'STAY', actionsLost: 'GO' },
  },
];

const CONTENT: readonly Row[] = [
  {
    change: 'a group that had ended when its rule did not hold yet: it does not say so again',
    before: endedEarly({}),
    after: endedEarly({ n: to('#end') }),
    walk: ['X', 'SET'],
    drawing: OF_AGE,
  },
  {
    change: 'the outcome removed that somebody has already',
    before: { a: ways('end', 'other'), end, other: end },
    after: { a: to('#other', 'TO_OTHER'), other: end },
    walk: ['TO_END'],
  },
  {
    change: 'an outcome removed to which nobody has come: its action disappears',
    before: { a: ways('end', 'other'), end, other: end },
    after: { a: ways('other'), other: end },
    changes: { actionsLost: 'TO_END' },
  },
  {
    change: 'a fact removed',
    before: LINE,
    after: LINE,
    drawing: [{ data: { gone: { default: true }, kept: { default: true } } }, KEPT],
    value: 'a',
    with: { data: { kept: true } },
    changes: { dataWithoutPlace: 'gone' },
  },
  {
    change: 'a fact added',
    before: LINE,
    after: LINE,
    drawing: [KEPT, { data: { kept: { default: true }, fresh: { default: true } } }],
    value: 'a',
    with: { data: { kept: true, fresh: true } },
    changes: { dataBegun: 'fresh' },
  },
  {
    change: 'a rule put before the only way on, which the facts of the case do not allow',
    before: LINE,
    after: { a: { on: { GO: { target: '#b', guard: 'adult' } } }, b: to('#end'), end },
    drawing: OF_AGE,
    asks: [['a', 'b', 'b']],
    value: 'b',
  },
  {
    change: 'a way without an event added, which the facts allow: the case goes on at once',
    before: LINE,
    after: { a: { ...to('#b'), always: { target: '#b', guard: 'minor' } }, b: to('#end'), end },
    drawing: OF_AGE,
    value: 'b',
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
  ['rules, facts and ends', CONTENT],
] as const)('%s', (_, rows) => {
  test.each(rows)('$change', (row) => {
    const { one, state, carried, replayed, takenBack } = carriedOver(row);
    if (row.value === undefined) {
      expect(one.kind).toBe('unaffected');
      expect(carried.state).toBe(state);
    }
    const told = (row.asks ?? []).map(([steps, choices]) => ({
      steps: steps.split(' and '),
      choices: choices.split(', '),
    }));
    if (told.length > 0) expect(asked(one)).toEqual(told);
    const { value = state.value } = row;
    const { status } = state;
    expect(carried.state).toMatchObject({ status, value, ...row.with });
    expect(listed(carried.changes)).toEqual(row.changes ?? {});
    expect(takenBack.ok && takenBack.state).toEqual(state);
    expect(replayed).toEqual(carried.state);
    const undone = booksAfter(carried.state, takenBack.ok ? takenBack.effects : []);
    expect(undone).toEqual(booksAfter(state, []));
  });
});

/** Carries the case of a row over, with its answers, and takes it back. */
function carriedOver({ before, after, walk = [], hints, asks = [], drawing }: Row) {
  const { one, from, to: next, state, mapping } = migrated(before, after, walk, hints, drawing);
  const decisions = asks.map(([steps, , at]) => ({
    steps: steps.split(' and '),
    at: at.split(' and '),
  }));
  const versions = { from: 1, to: 2 };
  const carried = migrateCase(from, next, state, later, mapping, versions, { decisions });
  if (!carried.ok) throw new Error(carried.refusal.reason.en);
  const done = { before: from, after: next, former: state, entry: carried.entry };
  const passage = 'passage' in carried.entry.event ? carried.entry.event.passage : undefined;
  const replayed = carryAgain(from, next, state, later, passage)?.state;
  return { one, state, carried, replayed, takenBack: takeBack(done, carried.state, later) };
}

/** What is open and what runs, once effects are carried out. */
function booksAfter({ activities, timers }: CaseState, effects: readonly Effect[]) {
  const books = new Map<string, string>(Object.entries({ ...activities, ...timers }));
  for (const effect of effects) {
    if (effect.type === 'open-activity') books.set(effect.activity, effect.kind);
    if (effect.type === 'withdraw-activity') books.delete(effect.activity);
    if (effect.type === 'set-timer') books.set(effect.timer, effect.dueAt);
    if (effect.type === 'clear-timer') books.delete(effect.timer);
  }
  return Object.fromEntries(books);
}

/** What is gained and lost, but what is kept; only what there is. */
function listed({ activitiesKept: _, ...changes }: Changes): Record<string, string> {
  const named = (one: Changes['timersSet'][number] | Obligation | string): string => {
    if (typeof one === 'string') return one;
    if ('activity' in one) return one.activity;
    return `${one.step} ${one.duration} ${one.dueAt.slice(0, '2026-01-12'.length)}`;
  };
  return Object.fromEntries(
    Object.entries(changes).flatMap(([kind, list]) =>
      list.length > 0 ? [[kind, list.map(named).join(', ')]] : [],
    ),
  );
}

test.each(PARKED)('parked: $change', ({ before, after }) => {
  expect(migrated(before, after, []).one.kind).toBe('blocked');
});
