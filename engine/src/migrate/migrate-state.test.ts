import { describe, expect, test } from 'vitest';
import { drawn, task } from '../check/testing-pathway.ts';
import type { MachineNode } from '../document.ts';
import { compile } from '../pathway.ts';
import { mapSteps } from './map-steps.ts';
import { migrateState } from './migrate-state.ts';
import { planMigration } from './plan-migration.ts';
import { decided } from './questions.ts';
import {
  after,
  asked,
  end,
  later,
  migrated,
  moved,
  region,
  type States,
  to,
  ways,
} from './testing-versions.ts';

const LINE: States = { a: to('#b'), b: to('#end'), end };
const GROUPED: States = {
  a: to('#g'),
  g: { initial: 'b', states: { b: to('#c'), c: to('#end') } },
  end,
};
const SPLIT: States = {
  p: {
    type: 'parallel',
    states: { one: region('x', 'x-end'), two: region('y', 'y-end') },
    onDone: { target: '#end' },
  },
  end,
};
describe('what cannot simply go on', () => {
  test('a step that is gone asks where to go on, inside its group first', () => {
    const next = { ...GROUPED, g: { initial: 'c', states: { c: to('#d'), d: to('#end') } } };
    const { one, mapping, migrate } = migrated(GROUPED, next, ['GO']);
    expect(asked(one)).toEqual([{ steps: ['b'], choices: ['c', 'd'] }]);
    const answered = migrate(decided(mapping, ['b'], ['d']));
    expect(answered).toMatchObject({ kind: 'moved', state: { value: { g: 'd' } } });
  });

  test('regions that become alternatives ask which one goes on', () => {
    const next: States = { o: ways('x', 'y'), x: to('#end', 'X'), y: to('#end', 'Y'), end };
    const { one, mapping, migrate } = migrated(SPLIT, next, []);
    expect(asked(one)).toEqual([{ steps: ['x', 'y'], choices: ['x', 'y'] }]);
    const answered = migrate(decided(mapping, ['x', 'y'], ['y']));
    expect(answered).toMatchObject({ kind: 'moved', state: { value: 'y' } });
  });

  test('nobody is led to where there is no way to an outcome', () => {
    const next: States = { a: ways('b', 'end'), b: {}, end };
    expect(asked(migrated(LINE, next, ['GO']).one)).toEqual([{ steps: ['b'], choices: ['a'] }]);
    const closed: States = { a: {}, b: {}, end };
    expect(migrated(LINE, closed, ['GO']).one.kind).toBe('blocked');
  });

  test('nobody’s pathway is ended', () => {
    const next: States = { a: to('#b'), b: end };
    expect(asked(migrated(LINE, next, ['GO']).one)).toEqual([{ steps: ['b'], choices: ['a'] }]);
  });

  test('a case that has ended is left alone', () => {
    const { one } = migrated(LINE, { z: to('#end'), end }, ['GO', 'GO']);
    expect(one.kind).toBe('unaffected');
  });
});

describe('what a step has going changes under a case', () => {
  const working = (more: MachineNode): States => ({ a: { ...to('#end'), ...more }, end });
  const done = { target: '#end' };

  test('an activity that is the same stays open, though it be described otherwise', () => {
    const one = moved(
      working({ invoke: { ...task('t'), onDone: done } }),
      working({ invoke: { ...task('t', { due: 'P3D' }), onDone: done } }),
      [],
    );
    expect(one).toMatchObject({ effects: [], changes: { activitiesRevised: ['t'] } });
  });

  test('one that is gone is withdrawn, a new one is opened', () => {
    const one = moved(
      working({ invoke: { ...task('t'), onDone: done } }),
      working({ invoke: { ...task('u'), onDone: done } }),
      [],
    );
    expect(one.effects.map(({ type }) => type)).toEqual(['withdraw-activity', 'open-activity']);
    expect(one.state.activities).toEqual({ u: 'task' });
  });

  test('one that has ended stays ended', () => {
    const first = working({ invoke: task('t') });
    const next = working({ invoke: [task('t'), task('u')] });
    expect(moved(first, next, ['t']).state.activities).toEqual({ u: 'task' });
  });

  test('a timer keeps its date under a new name of its step', () => {
    const next: States = { z: { ...to('#end'), after: { P7D: done } }, end };
    const before = working({ after: { P7D: done } });
    const one = moved(before, next, [], { renamedSteps: { a: 'z' } });
    const dueAt = '2026-01-19T09:00:00.000Z';
    expect(one.state.timers).toEqual({ 'xstate.after.P7D.z': dueAt });
    expect(one.effects).toEqual([
      { type: 'clear-timer', timer: 'xstate.after.P7D.a' },
      { type: 'set-timer', timer: 'xstate.after.P7D.z', step: 'z', duration: 'P7D', dueAt },
    ]);
  });

  test('a changed duration counts from when the step began, an added timer from now', () => {
    const before = working({ after: { P7D: done } });
    const one = moved(before, working({ after: { P10D: done, P20D: done } }), []);
    expect(one.state.timers).toEqual({
      'xstate.after.P10D.a': '2026-01-22T09:00:00.000Z',
      'xstate.after.P20D.a': '2026-02-04T09:00:00.000Z',
    });
    expect(one.changes.timersRecomputed).toEqual([
      { step: 'a', duration: 'P10D', dueAt: '2026-01-22T09:00:00.000Z' },
    ]);
  });

  test('actions that appear and disappear are told', () => {
    const before: States = { a: { ...to('#b'), ...to('#end', 'OLD') }, b: to('#end'), end };
    const next: States = { z: to('#end', 'NEW'), b: to('#z'), end };
    const one = moved(before, next, [], { renamedSteps: { a: 'z' } });
    expect(one.changes).toMatchObject({ actionsGained: ['NEW'], actionsLost: ['OLD'] });
  });
});

describe('what is remembered', () => {
  const withHistory = (inner: States): States => ({
    g: {
      initial: Object.keys(inner)[0]!,
      states: { ...inner, back: { type: 'history' } },
      on: { OUT: { target: '#o' } },
    },
    o: { on: { BACK: { target: '#back' }, GO: { target: '#end' } } },
    end,
  });
  const first = withHistory({ b: to('#c'), c: to('#end') });

  test('goes with a step that is renamed', () => {
    const next = withHistory({ b: to('#z'), z: to('#end') });
    const one = moved(first, next, ['GO', 'OUT'], { renamedSteps: { c: 'z' } });
    expect(one.state.history).toEqual({ back: ['z'] });
  });

  test('is forgotten with a step that is removed, and said so', () => {
    const one = moved(first, withHistory({ b: to('#end') }), ['GO', 'OUT']);
    // In the new version whoever was there remembers something.
    expect(one.state.history).toEqual({ back: ['b'] });
    expect(one.changes.historyForgotten).toEqual(['back']);
  });
});

test('facts stay where they are allowed, and new ones begin', () => {
  const document = (data: Parameters<typeof drawn>[0]['data']) =>
    compile(drawn({ states: LINE, ...(data && { data }) }));
  const number = { type: 'integer', default: 7 } as const;
  const from = document({ kept: number, narrowed: number, gone: number });
  const next = document({
    kept: number,
    narrowed: { ...number, maximum: 5, default: 1 },
    new: number,
  });
  const one = migrateState(from, next, after(from), later, mapSteps(from.document, next.document));
  expect(one).toMatchObject({
    kind: 'moved',
    state: { data: { kept: 7, narrowed: 1, new: 7 } },
    changes: { dataWithoutPlace: ['narrowed', 'gone'], dataBegun: ['narrowed', 'new'] },
  });
});

test('a plan asks once for each group of like cases', () => {
  const from = compile(drawn({ states: LINE }));
  const next = compile(drawn({ states: { a: to('#n'), n: to('#end'), end } }));
  const population = [
    { state: after(from), count: 5 },
    { state: after(from, 'GO'), count: 3 },
    { state: after(from, 'GO'), count: 4 },
  ];
  const plan = planMigration(from, next, population, later);
  expect(plan.counts).toEqual({ unaffected: 5, moved: 0, 'needs-decision': 7, blocked: 0 });
  expect(plan.groups).toMatchObject([
    { steps: ['a'], count: 5, members: [0], kind: 'unaffected' },
    { steps: ['b'], count: 7, members: [1, 2], kind: 'needs-decision' },
  ]);
});
