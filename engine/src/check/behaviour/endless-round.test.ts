import { expect, test } from 'vitest';
import { compile } from '../../pathway.ts';
import { check } from '../check.ts';
import { walkExample } from '../example/counter-example.ts';
import { drawn, foundBy } from '../testing-pathway.ts';

/** Counts up from what was answered, as long as it is not above the limit. */
function counting(limit: number, op: '<' | '>=') {
  const add = { type: 'record', params: { count: { add: 1 } } } as const;
  return drawn({
    data: { count: { type: 'integer', default: 0 } },
    rules: { goes: { fact: 'case.count', op, value: limit } },
    states: {
      waiting: {
        on: {
          COUNT: {
            target: '#one',
            actions: [{ type: 'record', params: { count: 1 } }],
          },
          LEAVE: { target: '#ended' },
        },
      },
      one: {
        always: { target: '#two', guard: 'goes', actions: [add] },
        on: { LEAVE: { target: '#ended' } },
      },
      two: { always: { target: '#one', guard: 'goes', actions: [add] } },
      ended: { type: 'final' },
    },
  });
}

test('a round of automatic transitions that never ends is found, with the walk to it', () => {
  const document = counting(1, '>=');
  const [found, ...more] = foundBy('endless-round', document);
  expect(more).toEqual([]);
  expect(found?.severity).toBe('error');
  expect(found?.elements.map(({ pointer }) => pointer)).toEqual([
    '/machine/states/one/always',
    '/machine/states/two/always',
  ]);
  expect(walkExample(compile(document), found!.walk!)?.value).toBe('waiting');
  expect(found?.walk?.told.it).toBe(
    'Una persona: «COUNT»; da lì i passaggi automatici girano senza fine',
  );
  expect(check(document).explored.isComplete).toBe(false);
});

test('one that counts to its end is none', () => {
  const document = counting(5, '<');
  expect(foundBy('endless-round', document)).toEqual([]);
  expect(check(document).explored.isComplete).toBe(true);
});

test('one at the very beginning is found too; nobody can walk it', () => {
  const set = (flag: boolean) => [{ type: 'record', params: { flag } }] as const;
  const document = drawn({
    data: { flag: { default: false } },
    rules: {
      on: { fact: 'case.flag', op: '=', value: true },
      off: { fact: 'case.flag', op: '=', value: false },
    },
    states: {
      one: {
        always: { target: '#two', guard: 'off', actions: set(true) },
        on: { LEAVE: { target: '#ended' } },
      },
      two: { always: { target: '#one', guard: 'on', actions: set(false) } },
      ended: { type: 'final' },
    },
  });
  const [found] = foundBy('endless-round', document);
  expect(found?.elements.map(({ step }) => step)).toEqual(['one', 'two']);
  expect(found?.walk).toBeUndefined();
});
