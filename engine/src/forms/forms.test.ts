import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, ObjectSchema } from '../document.ts';
import { words } from '../parse/sample.fixture.ts';
import { checkAnswer } from './check-answer.ts';
import { FAULTS } from './faults.ts';
import { checkFact } from './field-value.ts';
import { isPrivate, splitAnswer } from './split-answer.ts';

type Shape = Omit<Field, 'label'>;

const choices = [
  { const: 'a', label: words('A') },
  { const: 'b', label: words('B') },
];

const RIGHT: readonly (readonly [string, Shape, unknown])[] = [
  ['a short text', { type: 'string' }, 'ciao'],
  ['a text of 500', { type: 'string' }, 'x'.repeat(500)],
  ['a note of 4000', { type: 'string', format: 'note' }, 'x'.repeat(4000)],
  ['a leap day', { type: 'string', format: 'date' }, '2028-02-29'],
  ['an instant', { type: 'string', format: 'date-time' }, '2026-11-21T09:30:00.000Z'],
  ['an instant with its offset', { type: 'string', format: 'date-time' }, '2026-11-21T09:30+01:00'],
  ['an address', { type: 'string', format: 'email' }, 'anna.r+x@posta.comune.milano.it'],
  ['a telephone', { type: 'string', format: 'phone' }, '+39 333 123-4567'],
  ['an edition', { type: 'string', format: 'edition' }, '0b8f8c7e-6f1e-4f6e-9d8e-1c9d0a7c5b11'],
  ['a choice', { type: 'string', oneOf: choices }, 'b'],
  ['several choices', { type: 'array', items: { type: 'string', oneOf: choices } }, ['b', 'a']],
  ['a whole number', { type: 'integer', minimum: 0, maximum: 9 }, 9],
  ['a share', { type: 'number', format: 'attendance' }, 79.5],
  ['no', { type: 'boolean' }, false],
];

const WRONG: readonly (readonly [string, Shape, unknown])[] = [
  ['not-text', { type: 'string' }, 7],
  ['not-text', { type: 'string' }, null],
  ['too-long', { type: 'string' }, 'x'.repeat(501)],
  ['too-long', { type: 'string', format: 'note' }, 'x'.repeat(4001)],
  ['too-long', { type: 'string', maxLength: 3 }, 'ciao'],
  ['not-date', { type: 'string', format: 'date' }, '2026-02-29'],
  ['not-date', { type: 'string', format: 'date' }, '21/11/2026'],
  ['not-date-time', { type: 'string', format: 'date-time' }, '2026-11-21T25:00:00Z'],
  ['not-date-time', { type: 'string', format: 'date-time' }, '2026-11-21T09:30'],
  ['not-email', { type: 'string', format: 'email' }, 'anna@posta'],
  ['not-email', { type: 'string', format: 'email' }, 'a b@c.it'],
  ['not-phone', { type: 'string', format: 'phone' }, '12345'],
  ['not-phone', { type: 'string', format: 'phone' }, '333 CALL ME'],
  ['not-edition', { type: 'string', format: 'edition' }, 'Anna Rossi, via Roma 1'],
  ['not-a-choice', { type: 'string', oneOf: choices }, 'constructor'],
  ['not-list', { type: 'array', items: { type: 'string', oneOf: choices } }, 'a'],
  ['not-a-choice', { type: 'array', items: { type: 'string', oneOf: choices } }, ['c']],
  ['chosen-twice', { type: 'array', items: { type: 'string', oneOf: choices } }, ['a', 'a']],
  ['too-few', { type: 'array', minItems: 1, items: { type: 'string', oneOf: choices } }, []],
  [
    'too-many',
    { type: 'array', maxItems: 1, items: { type: 'string', oneOf: choices } },
    ['a', 'b'],
  ],
  ['not-number', { type: 'integer' }, '22'],
  ['not-number', { type: 'number' }, Number.NaN],
  ['not-integer', { type: 'integer' }, 1.5],
  ['too-small', { type: 'integer', minimum: 0 }, -1],
  ['too-great', { type: 'number', format: 'attendance' }, 101],
  ['not-boolean', { type: 'boolean' }, 'true'],
];

describe('checkFact', () => {
  it.each(RIGHT)('takes %s', (_what, shape, value) => {
    expect(checkFact({ ...shape, label: words('Campo') }, value)).toBeUndefined();
  });

  it.each(WRONG)('refuses with %s: %o, %o', (code, shape, value) => {
    const fault = checkFact({ ...shape, label: words('Campo') }, value);
    expect(fault).toEqual({
      code,
      message: { it: expect.stringMatching(/\.$/), en: expect.stringMatching(/\.$/) },
    });
  });
});

const form: ObjectSchema = {
  type: 'object',
  required: ['consent', 'name'],
  properties: {
    consent: { type: 'boolean', format: 'consent', label: words('Consenso') },
    name: { type: 'string', label: words('Nome') },
    day: { type: 'string', format: 'date', label: words('Giorno') },
    note: { type: 'string', format: 'note', label: words('Nota') },
  },
};

const ANSWERS: readonly (readonly [string, unknown, readonly (readonly [string, string])[]])[] = [
  ['all that is required', { consent: true, name: 'Anna' }, []],
  ['a consent withheld', { consent: false, name: 'Anna' }, [['consent', 'consent-needed']]],
  ['blanks for a name', { consent: true, name: '  ' }, [['name', 'required']]],
  [
    'no field at all',
    {},
    [
      ['consent', 'consent-needed'],
      ['name', 'required'],
    ],
  ],
  ['a field too many', { consent: true, name: 'A', role: 'x' }, [['role', 'unknown-field']]],
  [
    'a name that all have',
    { consent: true, name: 'A', toString: 'x' },
    [['toString', 'unknown-field']],
  ],
  ['an optional field gone wrong', { consent: true, name: 'A', day: '' }, [['day', 'not-date']]],
  ['a list', [], [['', 'not-a-form']]],
  ['nothing', null, [['', 'not-a-form']]],
];

describe('checkAnswer', () => {
  it.each(ANSWERS)('%s', (_what, answer, faults) => {
    expect(checkAnswer(form, answer).map(({ path, code }) => [path, code])).toEqual(faults);
  });

  it('refuses __proto__ as it comes from JSON', () => {
    const answer: unknown = JSON.parse('{"consent": true, "name": "A", "__proto__": {"x": 1}}');
    expect(checkAnswer(form, answer)).toMatchObject([{ path: '__proto__', code: 'unknown-field' }]);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (answer) => Array.isArray(checkAnswer(form, answer))));
  });

  it('has a test that provokes every fault', () => {
    const provoked = [
      ...WRONG.map(([code]) => code),
      ...ANSWERS.flatMap(([, , all]) => all.map(([, code]) => code)),
    ];
    expect(Object.keys(FAULTS).filter((code) => !provoked.includes(code))).toEqual([]);
  });
});

describe('splitAnswer', () => {
  it('keeps free text and ways to reach a person out of the trace', () => {
    const answer = { consent: true, name: 'Anna', day: '2026-11-21', note: 'x', stray: 'y' };
    expect(splitAnswer(form, answer)).toEqual({
      traced: { consent: true, day: '2026-11-21' },
      private: { name: 'Anna', note: 'x', stray: 'y' },
    });
  });

  it.each(['note', 'email', 'phone', 'file', undefined] as const)(
    'holds %s to be private',
    (format) => {
      expect(isPrivate({ type: 'string', label: words('x'), ...(format && { format }) })).toBe(
        true,
      );
    },
  );

  it.each(['date', 'date-time', 'edition'] as const)('holds %s to be a fact', (format) => {
    expect(isPrivate({ type: 'string', label: words('x'), format })).toBe(false);
  });
});
