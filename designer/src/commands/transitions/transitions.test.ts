import { expect, test } from 'vitest';
import { done, refusalOf, tinyDocument } from '../testing/tiny-document.ts';
import { addTransition } from './add-transition.ts';
import { describeTransition } from './describe-transition.ts';
import { moveTransition } from './move-transition.ts';
import { orderTransitions } from './order-transitions.ts';
import { removeTransition } from './remove-transition.ts';
import { retargetTransition } from './retarget-transition.ts';
import { setGuard } from './set-guard.ts';
import { setReentry } from './set-reentry.ts';

const tiny = tinyDocument();
const go = { from: 'first', kind: 'action', name: 'GO', index: 0 } as const;
const ended = { kind: 'done', name: 'interview' } as const;

test('an arrow is added for every cause, and taken away again', () => {
  const causes = [
    { kind: 'action', name: 'STOP' },
    { kind: 'timer', name: 'P1D' },
    { kind: 'failed', name: 'interview' },
    { kind: 'always' },
  ] as const;
  for (const cause of causes) {
    const added = done(addTransition.run(tiny, { from: 'talk', cause, to: 'end' }));
    const transition = { from: 'talk', ...cause, index: 0 };
    expect(done(removeTransition.run(added, { transition }))).toEqual(tiny);
  }
});

test('an arrow that leads nowhere has an effect', () => {
  const cause = { kind: 'timer', name: 'P1D' } as const;
  expect(refusalOf(addTransition.run(tiny, { from: 'first', cause }))).toBe('transition-empty');
  const effect = { type: 'message', params: { message: 'hello' } } as const;
  const { machine } = done(addTransition.run(tiny, { from: 'first', cause, effect }));
  expect(machine.states?.first?.after).toEqual({ P1D: { actions: [effect] } });
});

test('a cause that the step does not have is refused', () => {
  const add = (from: string, cause: Parameters<typeof addTransition.run>[1]['cause']) =>
    refusalOf(addTransition.run(tiny, { from, cause, to: 'end' }));
  expect(add('end', { kind: 'always' })).toBe('final-step');
  expect(add('first', { kind: 'completed' })).toBe('group-needed');
  expect(add('first', { kind: 'done', name: 'interview' })).toBe('name-unknown');
  expect(add('first', { kind: 'action', name: 'NONE' })).toBe('name-unknown');
  expect(add('first', { kind: 'timer' })).toBe('parameters-wrong');
  expect(add('first', { kind: 'timer', name: 'PT' })).toBe('name-malformed');
});

test('an arrow that is not there can not be changed', () => {
  const none = { ...go, index: 1 };
  expect(refusalOf(removeTransition.run(tiny, { transition: none }))).toBe('transition-unknown');
  expect(refusalOf(setGuard.run(tiny, { transition: none, guard: null }))).toBe(
    'transition-unknown',
  );
});

test('an arrow leads elsewhere, or nowhere', () => {
  const led = done(retargetTransition.run(tiny, { transition: go, to: 'one' }));
  expect(led.machine.states?.first?.on?.GO).toEqual({ target: '#one', guard: 'adult' });
  expect(refusalOf(retargetTransition.run(tiny, { transition: go, to: null }))).toBe(
    'transition-empty',
  );
  const counting = { from: 'talk', ...ended, index: 1 };
  const staying = done(retargetTransition.run(tiny, { transition: counting, to: null }));
  expect(staying.machine.states?.talk?.invoke).toMatchObject({ onDone: [{}, { actions: [{}] }] });
});

test('an arrow begins elsewhere, and keeps its end although it named a neighbour', () => {
  const transition = { from: 'one', kind: 'action', name: 'GO', index: 0 } as const;
  const moved = done(
    moveTransition.run(tiny, { transition, from: 'first', cause: { kind: 'timer', name: 'P1D' } }),
  );
  expect(moved.machine.states?.first?.after).toEqual({ P1D: { target: '#two' } });
  expect(moved.machine.states?.care?.states?.one?.on).toBeUndefined();
});

test('arrows of one cause are tried in another order', () => {
  const swapped = done(orderTransitions.run(tiny, { from: 'talk', cause: ended, order: [1, 0] }));
  expect(swapped.machine.states?.talk?.invoke).toMatchObject({
    onDone: [{ actions: [{}] }, { guard: 'went-well' }],
  });
  expect(refusalOf(orderTransitions.run(tiny, { from: 'talk', cause: ended, order: [0] }))).toBe(
    'order-wrong',
  );
});

test('a rule, a new beginning and a remark stand on an arrow', () => {
  const free = done(setGuard.run(tiny, { transition: go, guard: null }));
  expect(done(setGuard.run(free, { transition: go, guard: 'adult' }))).toEqual(tiny);
  expect(refusalOf(setGuard.run(tiny, { transition: go, guard: 'none' }))).toBe('name-unknown');
  expect(refusalOf(setGuard.run(tiny, { transition: go, guard: 'went-well' }))).toBe(
    'answer-not-here',
  );
  const anew = done(setReentry.run(tiny, { transition: go, reenter: true }));
  expect(done(setReentry.run(anew, { transition: go, reenter: false }))).toEqual(tiny);
  const said = done(describeTransition.run(tiny, { transition: go, description: 'perché' }));
  expect(done(describeTransition.run(said, { transition: go, description: null }))).toEqual(tiny);
});
