import { expect, test } from 'vitest';
import { drawn, foundBy, placesFoundBy } from '../testing-pathway.ts';

/** At the second step the fact is always known already. */
function asked(again: 'not-asked' | 'asked') {
  return drawn({
    data: { asked: { default: false } },
    rules: {
      asked: { fact: 'case.asked', op: '=', value: true },
      'not-asked': { fact: 'case.asked', op: '=', value: false },
    },
    states: {
      first: {
        on: {
          ASK: {
            target: '#second',
            guard: 'not-asked',
            actions: [{ type: 'record', params: { asked: true } }],
          },
        },
      },
      second: { on: { ASK: { target: '#ended', guard: again }, LEAVE: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
}

test('a transition whose rule never holds at its step is found, to be removed', () => {
  const [found] = foundBy('transition-never-taken', asked('not-asked'));
  expect(found?.elements[0]?.pointer).toBe('/machine/states/second/on/ASK');
  expect(found?.repair).toEqual({
    command: 'remove-transition',
    parameters: { transition: { from: 'second', kind: 'action', name: 'ASK', index: 0 } },
    label: { it: 'Togli il passaggio', en: 'Remove the transition' },
  });
});

test('a transition that somebody takes is none', () => {
  expect(placesFoundBy('transition-never-taken', asked('asked'))).toEqual([]);
});

test('a group in which one region never ends is never complete', () => {
  const regions = (isLeft: boolean) =>
    drawn({
      states: {
        both: {
          type: 'parallel',
          onDone: { target: '#ended' },
          on: { LEAVE: { target: '#ended' } },
          states: {
            left: {
              initial: 'l1',
              states: { l1: isLeft ? { on: { L: { target: '#l2' } } } : {}, l2: { type: 'final' } },
            },
            right: {
              initial: 'r1',
              states: { r1: { on: { R: { target: '#r2' } } }, r2: { type: 'final' } },
            },
          },
        },
        ended: { type: 'final' },
      },
    });
  expect(placesFoundBy('transition-never-taken', regions(true))).toEqual([]);
  expect(placesFoundBy('transition-never-taken', regions(false))).toEqual([
    '/machine/states/both/onDone',
  ]);
});
