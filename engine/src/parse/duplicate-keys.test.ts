import { expect, test } from 'vitest';
import { findDuplicateKeys } from './duplicate-keys.ts';

const pathsIn = (json: string) => findDuplicateKeys(json).map(({ path }) => path);

test('a key that an object has twice is found where it is', () => {
  expect(pathsIn('{"a": 1, "a": 2}')).toEqual(['/a']);
  expect(pathsIn('{"a": [0, {"b": {}}, {"b": 1, "c": "b", "b": 2}]}')).toEqual(['/a/2/b']);
  expect(pathsIn('{"a": {"x": 1}, "\\u0061": 2}')).toEqual(['/a']);
});

test('the same key in different objects, and texts that look like keys, are no duplicates', () => {
  expect(
    pathsIn('{"a": {"a": ["a", "a"]}, "b": {"a": "\\"a\\": 1"}, "c": [{"a": 1}, {"a": 2}]}'),
  ).toEqual([]);
  expect(pathsIn('["a", "a"]')).toEqual([]);
});
