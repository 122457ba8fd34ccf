import type { CaseState } from '@percorso/engine';
import { beforeAll, expect, test } from 'vitest';
import { useTestServer } from '../database/testing.ts';
import { No } from '../http/problems.ts';
import { type Advance, advanceCase } from './advance-case.ts';
import { loadCase } from './load-case.ts';
import { replayCase } from './replay-case.ts';
import { addCase, addEdition, addPerson, publish } from './testing.ts';
import { COURSE } from './testing-documents.ts';

const server = useTestServer();
let manager: string;

beforeAll(async () => {
  await publish(server, COURSE);
  manager = await addPerson(server, ['case-manager']);
});

const count = async (sql: string, ...values: unknown[]) =>
  Number((await server.pool.query(`SELECT count(*) FROM ${sql}`, values)).rows[0].count);

const turn = (caseId: string, more: Partial<Advance> = {}) =>
  advanceCase(server, {
    caseId,
    actor: { kind: 'person', id: manager },
    event: { type: 'action', action: 'TURN' },
    ...more,
  });

const enrol = (caseId: string, edition: string, answer = {}) =>
  advanceCase(server, {
    caseId,
    actor: { kind: 'person', id: manager },
    event: { type: 'action', action: 'ENROL', answer: { edition, ...answer } },
  });

const leave = (caseId: string) =>
  advanceCase(server, {
    caseId,
    actor: { kind: 'person', id: manager },
    event: { type: 'action', action: 'LEAVE' },
  });

const proofOf = async (id: string) => replayCase(server, (await loadCase(server.pool, id))!);

test('a case begins with its entry, task, timer and mail, and its trace replays', async () => {
  const id = await addCase(server, 'course', manager);
  const loaded = (await loadCase(server.pool, id))!;
  expect(loaded).toMatchObject({ revision: 1, status: 'active', steps: ['choosing'] });
  expect(await count("activity WHERE case_id = $1 AND status = 'open'", id)).toBe(1);
  expect(await count('timer WHERE case_id = $1', id)).toBe(1);
  const mail = await server.pool.query('SELECT subject, body FROM outbox WHERE case_id = $1', [id]);
  expect(mail.rows[0]).toMatchObject({ subject: 'Ciao Ada' });
  expect(mail.rows[0].body).toMatch(/^Segui: http.*\/my-pathway#/);
  expect(await proofOf(id)).toMatchObject({ matches: true, chainValid: true, entries: 1 });
});

test('200 concurrent actions on few cases: none is lost, one task is open in each', async () => {
  const cases = await Promise.all(
    Array.from({ length: 5 }, () => addCase(server, 'course', manager)),
  );
  const wanted = Array.from({ length: 200 }, (_, index) => cases[index % 5]!);
  const tellAgain = async (id: string): Promise<void> => {
    const acted = await turn(id).catch(() => undefined);
    if (acted === undefined || acted instanceof No) await tellAgain(id);
  };
  await Promise.all(wanted.map(tellAgain));
  for (const id of cases) {
    const loaded = (await loadCase(server.pool, id))!;
    expect(loaded.revision).toBe(41);
    expect((JSON.parse(loaded.snapshot) as CaseState).data.turns).toBe(40);
    expect(await count("activity WHERE case_id = $1 AND status = 'open'", id)).toBe(1);
    expect(await count('activity WHERE case_id = $1', id)).toBe(41);
    expect(await count('timer WHERE case_id = $1', id)).toBe(1);
    expect(await proofOf(id)).toMatchObject({ matches: true, chainValid: true, entries: 41 });
  }
});

test('a stale revision is refused with the present one, and nothing is written', async () => {
  const id = await addCase(server, 'course', manager);
  expect(await turn(id, { expectedRevision: 1 })).toMatchObject({ revision: 2 });
  const refused = await turn(id, { expectedRevision: 1 });
  expect(refused).toMatchObject({ code: 'revision-stale', details: { revision: 2 } });
  expect(await count('trace_entry WHERE case_id = $1', id)).toBe(2);
});

test('of many who act upon the same revision exactly one is served', async () => {
  const id = await addCase(server, 'course', manager);
  const all = await Promise.all(
    Array.from({ length: 20 }, () => turn(id, { expectedRevision: 1 })),
  );
  expect(all.filter((acted) => !(acted instanceof No))).toHaveLength(1);
  expect(await count('trace_entry WHERE case_id = $1', id)).toBe(2);
});

test('the same key and request give the same answer again; another request is refused', async () => {
  const id = await addCase(server, 'course', manager);
  const key = { idempotencyKey: 'key-00000001', request: '{"action":"TURN"}' };
  const first = await turn(id, { expectedRevision: 1, key });
  const both = await Promise.all([turn(id, { expectedRevision: 1, key }), turn(id, { key })]);
  expect(both).toEqual([first, first]);
  await turn(id);
  expect(await turn(id, { expectedRevision: 1, key })).toEqual(first);
  expect(await turn(id, { key: { ...key, request: '{"action":"ENROL"}' } })).toMatchObject({
    code: 'idempotency-key-reused',
  });
  const other = { kind: 'person', id: await addPerson(server, ['coordinator']) } as const;
  expect(await turn(id, { expectedRevision: 1, key, actor: other })).toMatchObject({
    code: 'idempotency-key-reused',
  });
  expect(await count('trace_entry WHERE case_id = $1', id)).toBe(3);
});

test('a refused action writes nothing', async () => {
  const id = await addCase(server, 'course', manager);
  const before = await loadCase(server.pool, id);
  expect(await leave(id)).toMatchObject({ code: 'action-not-open-here' });
  expect(await enrol(id, 'nothing like an id')).toBeInstanceOf(No);
  expect(await enrol(id, server.newId())).toMatchObject({ code: 'edition-unknown' });
  expect(await loadCase(server.pool, id)).toEqual(before);
  expect(await count('activity WHERE case_id = $1', id)).toBe(1);
  expect(await count('enrolment WHERE case_id = $1', id)).toBe(0);
});

test('40 youths for 5 seats: five are enrolled, nobody is oversold, the others are told', async () => {
  const edition = await addEdition(server, 'training', 5);
  const ids = await Promise.all(
    Array.from({ length: 40 }, () => addCase(server, 'course', manager)),
  );
  const all = await Promise.all(ids.map((id) => enrol(id, edition)));
  expect(all.filter((acted) => !(acted instanceof No))).toHaveLength(5);
  for (const acted of all) if (acted instanceof No) expect(acted.code).toBe('edition-full');
  expect(await count('edition WHERE id = $1 AND taken = 5', edition)).toBe(1);
  expect(await count("enrolment WHERE edition_id = $1 AND status = 'enrolled'", edition)).toBe(5);
});

test('who leaves gives the seat to whoever has waited longest, and both traces say so', async () => {
  const edition = await addEdition(server, 'training', 1);
  const [first, second, third] = [
    await addCase(server, 'course', manager),
    await addCase(server, 'course', manager),
    await addCase(server, 'course', manager),
  ] as const;
  await enrol(first, edition);
  await enrol(second, edition, { acceptWaiting: true });
  server.advanceBy(1000);
  await enrol(third, edition, { acceptWaiting: true });
  const statuses = async () =>
    (
      await server.pool.query(
        'SELECT case_id, status FROM enrolment WHERE edition_id = $1 ORDER BY seq',
        [edition],
      )
    ).rows.map(({ status }) => status);
  expect(await statuses()).toEqual(['enrolled', 'waiting', 'waiting']);
  const letters = async (id: string) =>
    (
      await server.pool.query(
        "SELECT subject FROM outbox WHERE case_id = $1 AND key !~ ':(hello|seat-offered)' ORDER BY at, key",
        [id],
      )
    ).rows.map(({ subject }) => subject);
  expect(await letters(first)).toEqual(['Un posto']);
  expect(await letters(second)).toEqual(['In attesa']);
  await leave(first);
  expect(await statuses()).toEqual(['dropped', 'enrolled', 'waiting']);
  expect(await letters(second)).toEqual(['In attesa', 'Un posto']);
  expect(await count("trace_entry WHERE case_id = $1 AND kind = 'seat-offered'", second)).toBe(1);
  expect(await proofOf(second)).toMatchObject({ matches: true, chainValid: true, entries: 3 });
  expect(await count('edition WHERE id = $1 AND taken = 1', edition)).toBe(1);
  await leave(third);
  expect(await statuses()).toEqual(['dropped', 'enrolled', 'dropped']);
  expect(await count('edition WHERE id = $1 AND taken = 1', edition)).toBe(1);
});

test('a completed course keeps its seat taken, and ends the case with its outcome', async () => {
  const edition = await addEdition(server, 'training', 1);
  const id = await addCase(server, 'course', manager);
  await enrol(id, edition, { notes: 'Vuole imparare a saldare' });
  const done = await advanceCase(server, {
    caseId: id,
    actor: { kind: 'system' },
    event: { type: 'done', activity: 'course-enrolment', answer: { attendance: 90 } },
  });
  expect(done).toMatchObject({ status: 'done' });
  expect(await count("enrolment WHERE case_id = $1 AND status = 'completed'", id)).toBe(1);
  expect(await count('"case" WHERE id = $1 AND outcome = \'completed\'', id)).toBe(1);
  expect(await count('edition WHERE id = $1 AND taken = 1', edition)).toBe(1);
});

test('free text is kept apart from the trace, and a fact can be erased without breaking the chain', async () => {
  const edition = await addEdition(server, 'training', 3);
  const id = await addCase(server, 'course', manager);
  await enrol(id, edition, { notes: 'Vuole imparare a saldare' });
  expect(await count("trace_entry WHERE case_id = $1 AND facts LIKE '%saldare%'", id)).toBe(0);
  expect(await count("private_answer WHERE case_id = $1 AND field = 'notes'", id)).toBe(1);
  await server.pool.query('UPDATE trace_entry SET facts = NULL, salt = NULL WHERE case_id = $1', [
    id,
  ]);
  expect(await proofOf(id)).toMatchObject({ matches: false, chainValid: true, erased: 2 });
  const change = server.pool.query("UPDATE trace_entry SET kind = 'x' WHERE case_id = $1", [id]);
  await expect(change).rejects.toThrow();
});
