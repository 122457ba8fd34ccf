import { expect, test } from 'vitest';
import { drawn, foundBy, task } from '../testing-pathway.ts';

type Way = 'none' | 'rule' | 'always';

function talk(onError: Way, hasAction = false) {
  const target = '#ended';
  return drawn({
    data: { tried: { default: false } },
    rules: { tried: { fact: 'case.tried', op: '=', value: true } },
    states: {
      talking: {
        ...(hasAction && { on: { LEAVE: { target } } }),
        invoke: {
          ...task('talk'),
          onDone: { target },
          ...(onError === 'rule' && { onError: { target, guard: 'tried' } }),
          ...(onError === 'always' && { onError: [{ target, guard: 'tried' }, { target }] }),
        },
      },
      ended: { type: 'final' },
    },
  });
}

test.each([
  ['no way out at all', 'none', false, ['error']],
  ['only an action as a way out', 'none', true, ['warning']],
  ['a way out under a rule that may not hold', 'rule', true, ['warning']],
  ['a way out whatever the facts are', 'always', false, []],
] as const)('an activity that fails with %s', (_, onError, hasAction, severities) => {
  const found = foundBy('failure-unhandled', talk(onError, hasAction));
  expect(found.map((one) => one.severity)).toEqual(severities);
  for (const one of found) {
    expect(one.elements[0]?.pointer).toBe('/machine/states/talking/invoke');
    expect(one.repair?.parameters).toMatchObject({ cause: { kind: 'failed', name: 'talk' } });
  }
});
