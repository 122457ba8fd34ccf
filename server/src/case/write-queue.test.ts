import { expect, test } from 'vitest';
import type { CaseWrite } from './case-write.ts';
import { WriteQueue } from './write-queue.ts';
import type { Written } from './write-statement.ts';

const write = (caseId: string) => ({ caseId }) as CaseWrite;
const done = (writes: readonly CaseWrite[]): Written[] =>
  writes.map(({ caseId }) => ({ caseId, revision: 1, seq: '1' }));

test('an idle queue writes at once, a busy one gathers what arrives meanwhile', async () => {
  const sizes: number[] = [];
  const queue = new WriteQueue(async (writes) => {
    sizes.push(writes.length);
    await new Promise(setImmediate);
    return done(writes);
  });
  await Promise.all(Array.from({ length: 40 }, (_, index) => queue.submit(write(`${index}`))));
  expect(sizes).toEqual([1, 1, 1, 16, 16, 5]);
});

test('two writes of one case never share a statement', async () => {
  const seen: string[][] = [];
  const queue = new WriteQueue(async (writes) => {
    seen.push(writes.map(({ caseId }) => caseId));
    await new Promise(setImmediate);
    return done(writes);
  });
  await Promise.all(['a', 'b', 'c', 'd', 'd', 'e', 'd'].map((id) => queue.submit(write(id))));
  for (const ids of seen) expect(new Set(ids).size).toBe(ids.length);
  expect(seen.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'd', 'd', 'e']);
});

test('a failed batch is repeated singly: one bad write harms no other', async () => {
  const queue = new WriteQueue(async (writes) => {
    await new Promise(setImmediate);
    if (writes.some(({ caseId }) => caseId === 'bad')) throw new Error('bad');
    return done(writes);
  });
  const ids = ['a', 'b', 'c', 'd', 'bad', 'e'];
  const results = await Promise.allSettled(ids.map((id) => queue.submit(write(id))));
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});

test('a write whose case had moved on resolves to nothing', async () => {
  const queue = new WriteQueue(async () => []);
  expect(await queue.submit(write('a'))).toBeUndefined();
});
