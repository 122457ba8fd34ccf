import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestServer } from '../database/testing.ts';
import { parseSettings } from '../settings.ts';
import { advanceCase } from './advance-case.ts';
import { loadCase } from './load-case.ts';
import { endUntoldSubCases } from './sub-case-end.ts';
import { addCase, addPerson, COURSE, publish } from './testing.ts';
import { WORKSHOP } from './testing-documents.ts';
import { fireDueTimers } from './timers.ts';
import { startWorker } from './worker.ts';

const server = useTestServer();
const DAY_MS = 86_400_000;
let manager: string;

beforeAll(async () => {
  await publish(server, COURSE);
  await publish(server, WORKSHOP);
  manager = await addPerson(server, ['case-manager']);
});
beforeEach(() => vi.restoreAllMocks());

const damage = (id: string) =>
  server.pool.query('UPDATE "case" SET snapshot = $2 WHERE id = $1', [id, '{"Ada Prova"']);

const stepsOf = async (id: string) => (await loadCase(server.pool, id))!.steps;

const untilTrue = (isTrue: () => Promise<boolean>) =>
  vi.waitFor(async () => expect(await isTrue()).toBe(true), { timeout: 15_000, interval: 20 });

/** A workshop whose sub-case has ended untold: its job is held by a process that is no more. */
async function workshopWithUntoldEnd(): Promise<string> {
  const id = await addCase(server, 'workshop', manager);
  const actor = { kind: 'person', id: manager } as const;
  const act = (caseId: string, action: string) =>
    advanceCase(server, { caseId, actor, event: { type: 'action', action, answer: {} } });
  await act(id, 'SEND');
  const { rows } = await server.pool.query('SELECT id FROM "case" WHERE parent_case_id = $1', [id]);
  await act(rows[0].id, 'STOP');
  await server.pool.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead'
     WHERE payload ->> 'caseId' = $1`,
    [rows[0].id],
  );
  return id;
}

describe('the sweep', () => {
  it('fires the other time limits where one case is damaged, and says nothing of the case', async () => {
    const damaged = await addCase(server, 'course', manager);
    const fine = await addCase(server, 'course', manager);
    await damage(damaged);
    server.advanceBy(7 * DAY_MS);
    const log = vi.spyOn(server.log, 'error');
    expect(await fireDueTimers(server)).toBe(1);
    expect(await stepsOf(fine)).toEqual(['late']);
    const [message, , details] = log.mock.calls[0]!;
    expect(message).toMatch(/^A time limit waits, as its step failed \([0-9a-f-]{36}\)$/);
    expect(details).toMatchObject({ pathway: 'course' });
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('tells the other ends of sub-cases where the case around one is damaged', async () => {
    const [damaged, fine] = [await workshopWithUntoldEnd(), await workshopWithUntoldEnd()];
    await damage(damaged);
    await endUntoldSubCases(server);
    expect((await loadCase(server.pool, fine))!.status).toBe('done');
  });

  it('does its other parts where one can’t be done, and the worker starts', async () => {
    const untold = await workshopWithUntoldEnd();
    const query = server.pool.query.bind(server.pool) as (...asked: unknown[]) => unknown;
    vi.spyOn(server.pool, 'query').mockImplementation((...asked: unknown[]) =>
      (asked[0] as { name?: string }).name === 'due-timers'
        ? Promise.reject(new Error('no timers today'))
        : query(...asked),
    );
    const worker = await startWorker(server);
    await worker.stop();
    expect((await loadCase(server.pool, untold))!.status).toBe('done');
  });
});

/** A mail server that takes connections and never says a word. */
async function silentMailServer() {
  const sockets: Socket[] = [];
  const smtp = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(smtp, 'listening');
  const close = () => {
    smtp.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: `smtp://127.0.0.1:${(smtp.address() as AddressInfo).port}`, sockets, close };
}

describe('a mail server that never answers', () => {
  it('keeps one job waiting, and neither the start nor anything else', async () => {
    const smtp = await silentMailServer();
    await server.pool.query(
      `INSERT INTO outbox (id, key, at, recipient, subject, body, status, attempts)
       SELECT gen_random_uuid(), 'prova:' || n, $1, 'ada@example.org', 'Prova', 'Ciao', 'waiting', 0
       FROM generate_series(1, 6) n`,
      [server.clock()],
    );
    await server.pool.query(
      `SELECT graphile_worker.add_job('deliver-mail', job_key => 'prova:' || n)
       FROM generate_series(1, 6) n`,
    );
    const settings = parseSettings({ SMTP_URL: smtp.url });
    const worker = await startWorker({ ...server, settings });
    try {
      await untilTrue(async () => smtp.sockets.length > 0);
      const id = await addCase(server, 'course', manager);
      server.advanceBy(7 * DAY_MS);
      await server.pool.query(`SELECT graphile_worker.add_job('sweep')`);
      await untilTrue(async () => (await stepsOf(id))[0] === 'late');
      await untilTrue(async () => {
        const { rows } = await server.pool.query(
          `SELECT count(*)::int AS count FROM graphile_worker.jobs
           WHERE task_identifier = 'deliver-mail' AND locked_at IS NULL`,
        );
        return rows[0].count === 0;
      });
      expect(smtp.sockets.length).toBe(1);
    } finally {
      smtp.close();
      await worker.stop();
    }
  });
});
