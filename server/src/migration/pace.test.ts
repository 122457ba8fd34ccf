import { expect, test } from 'vitest';
import { paceBeside } from './pace.ts';

test('while nobody is there, large batches follow each other', () => {
  const { batchSize, restMs } = paceBeside({ areThere: false });
  expect(batchSize()).toBe(200);
  expect(restMs(80)).toBe(0);
});

test('people who work meanwhile get small batches, and most of the time', () => {
  const { batchSize, restMs } = paceBeside({ areThere: true });
  expect(batchSize()).toBe(20);
  expect(restMs(20)).toBe(80);
});

test('it rests no longer than half a second, however long a batch took', () => {
  expect(paceBeside({ areThere: true }).restMs(60_000)).toBe(500);
});

test('it notices who comes and goes', () => {
  const people = { areThere: false };
  const pace = paceBeside(people);
  people.areThere = true;
  expect(pace.batchSize()).toBe(20);
  people.areThere = false;
  expect(pace.batchSize()).toBe(200);
});
