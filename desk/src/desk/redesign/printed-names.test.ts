import type { MigrationCase } from '@percorso/server/contract';
import { expect, test } from 'vitest';
import { readNames } from './printed-names.ts';

const GROUPS = ['one', 'two', null];
const everybody = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    return { id: String(at), group: GROUPS[at % GROUPS.length] } as MigrationCase;
  });
const readFrom = (all: readonly MigrationCase[]) => async (offset: number, limit: number) => ({
  cases: all.slice(offset, offset + limit),
  total: all.length,
});

test('everybody is read, part by part, and told by group', async () => {
  const { byGroup, restCount } = await readNames('plan', readFrom(everybody(450)));
  expect(restCount).toBe(0);
  expect(GROUPS.map((group) => byGroup.get(group)?.length)).toEqual([150, 150, 150]);
  expect(new Set([...byGroup.values()].flat()).size).toBe(450);
});

test('of more than fit on paper the rest is counted', async () => {
  const { byGroup, restCount } = await readNames('plan', readFrom(everybody(1300)));
  expect([...byGroup.values()].flat()).toHaveLength(1000);
  expect(restCount).toBe(300);
});

test('a list that has become shorter meanwhile comes to an end', async () => {
  const { byGroup, restCount } = await readNames('plan', async () => ({ cases: [], total: 3 }));
  expect([byGroup.size, restCount]).toEqual([0, 3]);
});
