import { beforeEach, expect, test, vi } from 'vitest';
import { Pathway } from './database/entities.ts';
import { useTestServer } from './database/testing.ts';
import { loadOnce } from './first-load.ts';
import type { Server } from './server.ts';

const server = useTestServer();
let loads = 0;
let isCutShort = false;

vi.mock('./programme/load.ts', () => ({
  loadProgramme: async ({ orm }: Server) => {
    const em = orm.em.fork();
    em.create(Pathway, { id: 'a', currentVersion: 1 });
    await em.flush();
    if (isCutShort) throw new Error('cut short');
    loads += 1;
  },
}));

const options = { demonstration: false };
const load = () => loadOnce(server, server.access, options);

beforeEach(() => {
  isCutShort = false;
});

test('a load that was cut short is done again from the beginning', async () => {
  isCutShort = true;
  await expect(load()).rejects.toThrow('cut short');
  expect(await server.orm.em.fork().count(Pathway)).toBe(1);
  isCutShort = false;
  await load();
  expect(loads).toBe(1);
  expect(await server.orm.em.fork().count(Pathway)).toBe(1);
});

test('whoever comes later, or at the same time, finds it loaded', async () => {
  await server.pool.query('delete from setting');
  await Promise.all([load(), load(), load()]);
  await load();
  expect(loads).toBe(2);
});
