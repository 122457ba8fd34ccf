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

/** Two regions, each brought to its end by an action that may have a rule. */
function regions(left: string | undefined, right: string | undefined) {
  const region = (name: string, guard: string | undefined) => ({
    initial: `${name}1`,
    states: {
      [`${name}1`]: {
        on: { [name.toUpperCase()]: { target: `#${name}2`, ...(guard && { guard }) } },
      },
      [`${name}2`]: { type: 'final' as const },
    },
  });
  return drawn({
    data: { ready: {}, never: { default: false } },
    rules: {
      ready: { fact: 'case.ready', op: '=', value: true },
      unready: { fact: 'case.ready', op: '=', value: false },
      never: { fact: 'case.never', op: '=', value: true },
    },
    states: {
      both: {
        type: 'parallel',
        onDone: { target: '#ended' },
        on: { LEAVE: { target: '#ended' } },
        states: { left: region('l', left), right: region('r', right) },
      },
      ended: { type: 'final' },
    },
  });
}

test('regions that can all be complete are none', () => {
  expect(placesFoundBy('transition-never-taken', regions('ready', 'ready'))).toEqual([]);
});

test('of regions that can not all be complete the one that never ends is named', () => {
  const [found] = foundBy('transition-never-taken', regions('ready', 'never'));
  expect(found?.severity).toBe('error');
  expect(found?.elements[0]?.pointer).toBe('/machine/states/both/onDone');
  expect(found?.message.it).toBe(
    '«both» attende che tutti i suoi rami finiscano, ma nessuno arriva alla fine di «right».',
  );
});

test('regions whose rules exclude each other never all end', () => {
  const [found] = foundBy('transition-never-taken', regions('ready', 'unready'));
  expect(found?.message.en).toBe(
    '“both” waits for all its branches to end, but they never all end for anybody.',
  );
});

test('where a transition before it always comes first, that is said once', () => {
  const document = drawn({
    states: {
      start: { on: { GO: [{ target: '#ended' }, { target: '#other' }] } },
      other: { on: { GO: { target: '#ended' } } },
      ended: { type: 'final' },
    },
  });
  expect(foundBy('transition-shadowed', document)).toHaveLength(1);
  expect(foundBy('transition-never-taken', document)).toEqual([]);
});
