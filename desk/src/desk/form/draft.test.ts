import type { ObjectSchema } from '@percorso/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, draftOf } from './draft.ts';
import { localTimeOf, romeInstant } from './rome-time.ts';

const label = { it: 'x', en: 'x' };
const schema: ObjectSchema = {
  type: 'object',
  properties: {
    note: { type: 'string', format: 'note', label },
    hours: { type: 'number', label },
    at: { type: 'string', format: 'date-time', label },
    came: { type: 'boolean', label },
    wishes: { type: 'array', label, items: { type: 'string', oneOf: [{ const: 'a', label }] } },
    accept: { type: 'boolean', label, default: false },
  },
};

describe('the answer of a draft', () => {
  it('leaves out what is empty', () => {
    const draft = { note: '  ', hours: '', at: '', came: undefined, wishes: [] };
    expect(answerOf(schema, draft)).toEqual({});
  });

  it('reads numbers with a comma', () => {
    expect(answerOf(schema, { hours: '7,5' })).toEqual({ hours: 7.5 });
  });

  it('keeps what is no number as it was typed, for the check to refuse', () => {
    expect(answerOf(schema, { hours: 'sette' })).toEqual({ hours: 'sette' });
  });

  it('keeps an honest no', () => {
    expect(answerOf(schema, { came: false })).toEqual({ came: false });
  });

  it('gives back the values that the draft was made of', () => {
    const known = { note: 'ciao', hours: 1.5, at: '2026-07-01T08:30:00.000Z', wishes: ['a'] };
    expect(answerOf(schema, draftOf(schema, known))).toEqual({ ...known, accept: false });
  });
});

describe('the wall clock of Rome', () => {
  it.each([
    ['2026-01-15T10:30', '2026-01-15T09:30:00.000Z'],
    ['2026-07-15T10:30', '2026-07-15T08:30:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ])('shows %s at %s', (local, instant) => {
    expect(romeInstant(local)).toBe(instant);
    expect(localTimeOf(instant)).toBe(local);
  });

  it('reads what it has written, but for the hour that comes twice', () => {
    const minutes = fc.integer({ min: 0, max: 20 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(Date.UTC(2020, 0, 1) + minute * 60_000).toISOString();
        const again = romeInstant(localTimeOf(instant));
        expect(localTimeOf(again ?? '')).toBe(localTimeOf(instant));
      }),
    );
  });

  it('answers nothing to what is no time', () => {
    expect(romeInstant('domani')).toBeUndefined();
  });
});
