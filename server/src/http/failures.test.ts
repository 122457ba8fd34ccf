import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import express from 'express';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { failures } from './failures.ts';

const opened: Server[] = [];
afterAll(() => {
  for (const one of opened) one.close();
});

async function listening(server: Server): Promise<number> {
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

/** What is answered, and what is logged, where a handler throws something. */
async function thrownBy(handler: () => Promise<unknown>) {
  let logged = '';
  const log = createLog(
    (line) => {
      logged += line;
    },
    () => new Date(),
  );
  const app = express();
  app.get('/', handler);
  app.use(failures({ log } as never));
  const server = createServer(app).listen(0, '127.0.0.1');
  opened.push(server);
  const response = await fetch(`http://127.0.0.1:${await listening(server)}/`);
  const { code } = (await response.json()) as { code: string };
  return { status: response.status, code, logged };
}

const asking = (options: pg.PoolConfig) => () => new pg.Pool(options).query('select 1');

async function portOfNobody(): Promise<number> {
  const socket = createSocketServer().listen(0, '127.0.0.1');
  const port = await listening(socket);
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

describe('whatever a handler throws', () => {
  it.each([
    ['whose socket is not there', () => asking({ host: '/nowhere' })],
    ['that nobody serves', async () => asking({ host: '127.0.0.1', port: await portOfNobody() })],
    ['whose host is not known', () => asking({ host: 'nowhere.invalid' })],
  ])('is a database %s: it does not answer', async (_, made) => {
    const { status, code, logged } = await thrownBy(await made());
    expect([status, code]).toEqual([503, 'database-away']);
    expect(logged).toContain('"warn"');
  });

  it('is a file that is missing: a bug, and the database has nothing to do with it', async () => {
    const { status, code, logged } = await thrownBy(() => readFile('/nowhere/a-picture.svg'));
    expect([status, code]).toEqual([500, 'bug']);
    expect(logged).toContain('"code":"ENOENT"');
    expect(logged).not.toContain('database');
  });
});
