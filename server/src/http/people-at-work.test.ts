import { expect, test } from 'vitest';
import { PeopleAtWork } from './people-at-work.ts';

/** Hears of requests at these milliseconds, and is asked at the last. */
function areThere(requestsAt: readonly number[], askedAt: number): boolean {
  let now = 0;
  const people = new PeopleAtWork(() => now);
  for (const at of requestsAt) {
    now = at;
    people.hear();
  }
  now = askedAt;
  return people.areThere;
}

test('nobody is there before somebody asks for something', () => {
  expect(areThere([], 0)).toBe(false);
});

test('a page that looks now and then how far something is leaves nobody at work', () => {
  expect(areThere([0, 800, 1600, 2400], 2400)).toBe(false);
});

test('three requests within a second are people at work', () => {
  expect(areThere([0, 5000, 5300, 5600], 5700)).toBe(true);
  expect(areThere([5000, 5300], 5400)).toBe(false);
});

test('a second without a request, and they are gone', () => {
  expect(areThere([5000, 5100, 5200], 5999)).toBe(true);
  expect(areThere([5000, 5100, 5200], 6000)).toBe(false);
});
