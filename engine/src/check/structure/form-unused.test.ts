import { expect, test } from 'vitest';
import { drawn, foundBy, task } from '../testing-pathway.ts';

function withForm(form: string | undefined) {
  return drawn({
    forms: { result: { came: {} } },
    states: {
      start: {
        invoke: {
          ...task('talk', form === undefined ? {} : { form }),
          onDone: { target: '#ended' },
          onError: { target: '#ended' },
        },
      },
      ended: { type: 'final' },
    },
  });
}

test('a form that nothing asks for is found, to be removed', () => {
  const [found] = foundBy('form-unused', withForm(undefined));
  expect(found?.elements[0]?.pointer).toBe('/forms/result');
  expect(found?.repair).toMatchObject({ command: 'remove-form', parameters: { form: 'result' } });
});

test('a form of an activity is none', () => {
  expect(foundBy('form-unused', withForm('result'))).toEqual([]);
});
