import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { drawn, placesFoundBy } from '../testing-pathway.ts';

const states = { start: { on: { GO: { target: '#ended' } } }, ended: { type: 'final' } } as const;

test.each([
  ['copied over', { it: 'Da dove si comincia', en: 'Da dove si comincia ' }, ['/steps/start/help']],
  ['translated', { it: 'Da dove si comincia', en: 'Where one begins' }, []],
  ['a name', { it: 'Comunità Nuova', en: 'Comunità Nuova' }, []],
])('a text that is %s', (_, help, places) => {
  const document = drawn({ states, steps: { start: { help } } });
  expect(placesFoundBy('translation-missing', document)).toEqual(places);
});

test('texts of fields are read too, choices are not', () => {
  const copied = { it: 'Data del primo colloquio', en: 'data  del primo colloquio.' };
  const place = { type: 'string', oneOf: [{ const: 'a', label: copied }] } as const;
  const document = drawn({
    states,
    data: { talked: { label: copied } },
    participant: { place },
    forms: { talk: { when: { label: copied } } },
    actions: { GO: { label: copied, roles: ['case-manager'], form: 'talk' } },
  });
  expect(placesFoundBy('translation-missing', document)).toEqual([
    '/data/properties/talked/label',
    '/forms/talk/properties/when/label',
    '/actions/GO/label',
  ]);
});

test('an empty text makes the document invalid, which is a finding too', () => {
  const document = drawn({ states, steps: { start: { label: { it: 'Inizio', en: ' ' } } } });
  expect(check(document).findings).toMatchObject([
    {
      check: 'document-invalid',
      severity: 'error',
      elements: [{ pointer: '/steps/start/label/en' }],
    },
  ]);
});
