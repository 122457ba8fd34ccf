import { expect, test } from 'vitest';
import { drawn, foundBy, placesFoundBy } from '../testing-pathway.ts';

/** The course was drawn, and nothing leads to it. */
function course(isConnected: boolean) {
  return drawn({
    states: {
      start: {
        on: {
          GO: { target: '#ended' },
          ...(isConnected && { ENROL: { target: '#inside' } }),
        },
      },
      course: {
        initial: 'first',
        states: {
          first: { on: { NEXT: { target: '#inside' } } },
          inside: { on: { GO: { target: '#ended' }, AGAIN: { target: '#first' } } },
        },
      },
      ended: { type: 'final' },
    },
  });
}

test('a group to which nothing leads is found, without the steps in it', () => {
  const [found, ...more] = foundBy('step-unreachable', course(false));
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    severity: 'error',
    elements: [{ pointer: '/machine/states/course', step: 'course' }],
    repair: { command: 'remove-step', parameters: { step: 'course' } },
  });
});

test('a group that is entered at one of its steps is none', () => {
  expect(placesFoundBy('step-unreachable', course(true))).toEqual([]);
});

test('the first step of a group that is only entered elsewhere is found', () => {
  const document = drawn({
    states: {
      start: { on: { GO: { target: '#second' } } },
      group: {
        initial: 'first',
        states: { first: {}, second: { on: { OUT: { target: '#ended' } } } },
      },
      ended: { type: 'final' },
    },
  });
  expect(placesFoundBy('step-unreachable', document)).toEqual([
    '/machine/states/group/states/first',
  ]);
});
