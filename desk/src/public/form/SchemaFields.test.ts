import type { ObjectSchema } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { answerOf, missingIn } from './SchemaFields.tsx';

const label = { it: 'x', en: 'x' };
const schema: ObjectSchema = {
  type: 'object',
  required: ['when', 'days'],
  properties: {
    when: { type: 'string', format: 'date-time', label },
    days: { type: 'array', label, items: { type: 'string', oneOf: [{ const: 'mon', label }] } },
    hours: { type: 'number', label },
    note: { type: 'string', format: 'note', label },
  },
};

describe('the answer of a form', () => {
  it('reads a local time as the wall clock of Rome', () => {
    expect(answerOf(schema, { when: '2026-11-24T15:00' })).toEqual({
      when: '2026-11-24T14:00:00.000Z',
    });
  });

  it('reads numbers as Italians write them, and leaves what is none for the server to refuse', () => {
    expect(answerOf(schema, { hours: '2,5' })).toEqual({ hours: 2.5 });
    expect(answerOf(schema, { hours: 'due' })).toEqual({ hours: 'due' });
  });

  it('leaves out what is empty', () => {
    expect(answerOf(schema, { note: '' })).toEqual({});
  });

  it('misses what is required and empty, an empty choice too', () => {
    expect(missingIn(schema, {})).toEqual(['when', 'days']);
    expect(missingIn(schema, { when: '2026-11-24T15:00', days: [] })).toEqual(['days']);
  });
});
