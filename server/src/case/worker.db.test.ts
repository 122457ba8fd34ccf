import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { useTestServer } from '../database/testing.ts';
import { No } from '../http/problems.ts';
import { advanceCase } from './advance-case.ts';
import { loadCase } from './load-case.ts';
import { replayCase } from './replay-case.ts';
import { callService } from './service-calls.ts';
import { endSubCase } from './sub-case-end.ts';
import { addCase, addEdition, addPerson, publish } from './testing.ts';
import { COURSE, WORKSHOP } from './testing-documents.ts';
import { fireDueTimers } from './timers.ts';
import { startWorker } from './worker.ts';

const server = useTestServer();
const DAY_MS = 24 * 60 * 60 * 1000;
let manager: string;

beforeAll(async () => {
  await publish(server, COURSE);
  await publish(server, WORKSHOP);
  manager = await addPerson(server, ['case-manager']);
});

const count = async (sql: string, ...values: unknown[]) =>
  Number((await server.pool.query(`SELECT count(*) FROM ${sql}`, values)).rows[0].count);

const act = (caseId: string, action: string, answer = {}) =>
  advanceCase(server, {
    caseId,
    actor: { kind: 'person', id: manager },
    event: { type: 'action', action, answer },
  });

const child = async (id: string): Promise<string> =>
  (await server.pool.query('SELECT id FROM "case" WHERE parent_case_id = $1', [id])).rows[0].id;

const proofOf = async (id: string) => replayCase(server, (await loadCase(server.pool, id))!);

const until = (isTrue: () => Promise<boolean>) => expect.poll(isTrue).toBe(true);

test('a due timer fires once, whoever runs and however often they try', async () => {
  const id = await addCase(server, 'course', manager);
  expect(await fireDueTimers(server)).toBe(0);
  server.advanceBy(7 * DAY_MS);
  const fired = await Promise.all(Array.from({ length: 8 }, () => fireDueTimers(server)));
  expect(fired.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await fireDueTimers(server)).toBe(0);
  expect(await count("trace_entry WHERE case_id = $1 AND kind = 'timer'", id)).toBe(1);
  expect((await loadCase(server.pool, id))!.steps).toEqual(['late']);
  expect(await count('timer WHERE case_id = $1', id)).toBe(0);
});

test('two workers do all the work once: timers whose jobs were lost, sub-cases, mail', async () => {
  const ids = await Promise.all(
    Array.from({ length: 6 }, () => addCase(server, 'course', manager)),
  );
  const workshop = await addCase(server, 'workshop', manager);
  await act(workshop, 'SEND');
  server.advanceBy(7 * DAY_MS);
  const workers = await Promise.all([startWorker(server), startWorker(server)]);
  const sub = await child(workshop);
  await act(sub, 'STOP');
  try {
    await until(async () => (await loadCase(server.pool, workshop))!.status === 'done');
    await until(async () => (await count("outbox WHERE status = 'waiting'")) === 0);
    await until(async () => (await count('timer WHERE due_at <= $1', server.clock())) === 0);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  for (const id of ids) {
    expect(await count("trace_entry WHERE case_id = $1 AND kind = 'timer'", id)).toBe(1);
  }
  expect(await count("trace_entry WHERE case_id = $1 AND kind = 'done'", workshop)).toBe(1);
});

test('a sub-case inherits youth, manager and facts, and its end moves the case around it once', async () => {
  const edition = await addEdition(server, 'training', 3);
  const id = await addCase(server, 'workshop', manager);
  await act(id, 'SEND');
  const sub = await child(id);
  const [outer, inner] = [(await loadCase(server.pool, id))!, (await loadCase(server.pool, sub))!];
  expect(inner.participantId).toBe(outer.participantId);
  expect(inner.caseManagerId).toBe(manager);
  expect(JSON.parse(inner.snapshot).data.turns).toBe(5);
  await act(sub, 'ENROL', { edition });
  await advanceCase(server, {
    caseId: sub,
    actor: { kind: 'system' },
    event: { type: 'done', activity: 'course-enrolment', answer: { attendance: 90 } },
  });
  await Promise.all([endSubCase(server, sub), endSubCase(server, sub)]);
  await endSubCase(server, sub);
  expect(await loadCase(server.pool, id)).toMatchObject({ status: 'done', outcome: 'completed' });
  expect(await count("trace_entry WHERE case_id = $1 AND kind = 'done'", id)).toBe(1);
  expect(await proofOf(id)).toMatchObject({ matches: true, chainValid: true });
});

test('the end of a sub-case is told though the process that was about to tell it was killed', async () => {
  const id = await addCase(server, 'workshop', manager);
  await act(id, 'SEND');
  const sub = await child(id);
  await act(sub, 'STOP');
  await server.pool.query(
    "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead'",
  );
  const worker = await startWorker(server);
  await worker.stop();
  expect(await loadCase(server.pool, id)).toMatchObject({ status: 'done' });
});

test('a sub-case that is withdrawn ends with a trace and gives its seat back', async () => {
  const edition = await addEdition(server, 'training', 1);
  const id = await addCase(server, 'workshop', manager);
  await act(id, 'SEND');
  const sub = await child(id);
  await act(sub, 'ENROL', { edition });
  expect(await count('edition WHERE id = $1 AND taken = 1', edition)).toBe(1);
  await act(id, 'RECALL');
  expect(await loadCase(server.pool, sub)).toMatchObject({ status: 'done', outcome: 'withdrawn' });
  expect(await count("activity WHERE case_id = $1 AND status IN ('open', 'accepted')", sub)).toBe(
    0,
  );
  expect(await count('edition WHERE id = $1 AND taken = 0', edition)).toBe(1);
  expect(await proofOf(sub)).toMatchObject({ matches: true, chainValid: true });
  expect(await act(sub, 'LEAVE')).toMatchObject({ code: 'case-ended' });
  await endSubCase(server, sub);
  expect(await loadCase(server.pool, id)).toMatchObject({ status: 'active' });
});

const serviceOf = async (id: string) => {
  const { rows } = await server.pool.query(
    "SELECT id FROM activity WHERE case_id = $1 AND kind = 'service' AND status = 'open'",
    [id],
  );
  return { activityId: rows[0]?.id as string, service: 'register' };
};

test('a service that is not configured, or that never answers, is unreachable', async () => {
  const id = await addCase(server, 'workshop', manager);
  await act(id, 'CALL');
  await callService(server, {}, await serviceOf(id), false);
  expect((await loadCase(server.pool, id))!.steps).toEqual(['deciding']);
  await act(id, 'CALL');
  const nowhere = { register: 'http://127.0.0.1:1/' };
  const call = await serviceOf(id);
  await expect(callService(server, nowhere, call, false)).rejects.toThrow();
  await callService(server, nowhere, call, true);
  expect(await count("activity WHERE case_id = $1 AND status = 'failed'", id)).toBe(2);
});

test('a service that answers completes its activity, and is told nothing about the youth', async () => {
  const asked: string[] = [];
  const http = createServer(async (request, response) => {
    for await (const chunk of request) asked.push(String(chunk));
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
  try {
    const id = await addCase(server, 'workshop', manager);
    await act(id, 'CALL');
    const call = await serviceOf(id);
    await callService(server, { register: address }, call, false);
    await callService(server, { register: address }, call, false);
    expect(await loadCase(server.pool, id)).toMatchObject({ status: 'done' });
    expect(asked.map((text) => JSON.parse(text))).toEqual([
      { activity: call.activityId, service: 'register' },
    ]);
  } finally {
    http.closeAllConnections();
    http.close();
  }
});

test('what is refused in the background is no error, and leaves no trace', async () => {
  const id = await addCase(server, 'workshop', manager);
  const acted = await advanceCase(server, {
    caseId: id,
    actor: { kind: 'system' },
    event: { type: 'timer', timer: 'xstate.after.P1D.nothing' },
  });
  expect(acted).toBeInstanceOf(No);
  expect(await count('trace_entry WHERE case_id = $1', id)).toBe(1);
});
