import { expect, test } from 'vitest';
import { drawn, foundBy, task, words } from '../testing-pathway.ts';

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

test('a form of an action that no step offers is found; the action has to go first', () => {
  const unoffered = { label: words('Parla'), roles: ['case-manager'], form: 'result' } as const;
  const document = { ...withForm(undefined), actions: { TALK: unoffered } };
  expect(foundBy('form-unused', document)).toMatchObject([
    { elements: [{ pointer: '/forms/result' }] },
  ]);
  expect(foundBy('form-unused', document)[0]?.repair).toBeUndefined();
});
