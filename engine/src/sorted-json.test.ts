import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedJson } from './sorted-json.ts';

describe('sortedJson', () => {
  it('sorts the keys of every object, digits as text too', () => {
    expect(sortedJson({ b: [{ d: 1, c: null }], a: 'x', 10: 1, 9: 2 })).toBe(
      '{"10":1,"9":2,"a":"x","b":[{"c":null,"d":1}]}',
    );
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(sortedJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  });

  it('gives back the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(sortedJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('gives one text to equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        return sortedJson(reversed) === sortedJson(value);
      }),
    );
  });
});
