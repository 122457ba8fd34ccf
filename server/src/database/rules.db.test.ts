import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeAll, expect, inject, test } from 'vitest';
import { Case, Edition, Opportunity, Organisation, Participant, Pathway } from './entities.ts';
import { useTestServer } from './testing.ts';

const server = useTestServer();
const words = { it: 'Corso', en: 'Course' };
let caseId = '';

beforeAll(async () => {
  const em = server.orm.em.fork();
  const at = server.clock();
  caseId = server.newId();
  em.create(Pathway, { id: 'p', currentVersion: 1 });
  em.create(Organisation, { id: 'o', name: 'O', kind: 'partner', delivers: words, position: 1 });
  em.create(Opportunity, { id: 'x', kind: 'training', title: words, organisation: 'o' });
  const participant = em.create(Participant, {
    id: server.newId(),
    subject: 'person',
    firstName: 'Zoë',
    language: 'it',
    createdAt: at,
  });
  em.create(Case, {
    id: caseId,
    pathway: 'p',
    version: 1,
    participant,
    revision: 1,
    status: 'active',
    snapshot: '{}',
    steps: ['a', 'b'],
    registeredAt: at,
    changedAt: at,
    lastHash: Buffer.alloc(32),
  });
  await em.flush();
});

async function insertEntry(revision: number): Promise<void> {
  await server.pool.query(
    `insert into trace_entry
       (case_id, revision, at, kind, actor_kind, entered, left_steps, facts, salt, digest, hash)
     values ($1, $2, now(), 'action', 'system', '{}', '{}', '{}', $3, $3, $3)`,
    [caseId, revision, randomBytes(8)],
  );
}

async function asOwner(sql: string, values: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client(server.access.owner);
  await client.connect();
  return client.query(sql, values).finally(() => client.end());
}

test('a trace entry can lose its facts and salt, and nothing else', async () => {
  await insertEntry(1);
  const where = 'where case_id = $1 and revision = 1';
  await expect(asOwner(`update trace_entry set kind = 'x' ${where}`, [caseId])).rejects.toThrow(
    /never changed/,
  );
  await expect(asOwner(`delete from trace_entry ${where}`, [caseId])).rejects.toThrow(
    /never changed/,
  );
  await expect(
    server.pool.query(`update trace_entry set facts = '{"a":1}' ${where}`, [caseId]),
  ).rejects.toThrow(/never changed/);
  const erased = await server.pool.query(
    `update trace_entry set facts = null, salt = null ${where}`,
    [caseId],
  );
  expect(erased.rowCount).toBe(1);
});

/** A database of one's own (TEST_DATABASE_URL) has one role for everything. */
const { owner, server: serving } = inject('testCluster');
const hasOneRole = owner.user === serving.user;

test.skipIf(hasOneRole)('the serving role may not touch what is written once', async () => {
  const refused = [
    'delete from trace_entry',
    `update trace_entry set hash = ''`,
    'truncate trace_entry',
    `update pathway_version set document = ''`,
    'delete from pathway_version',
    `update draft_edit set edits = '[]'`,
    'delete from draft_edit',
    'delete from migration',
    'drop table note',
    'alter table trace_entry disable trigger all',
    'create table mine (id int)',
    'create schema mine',
  ];
  for (const statement of refused) {
    await expect(server.pool.query(statement), statement).rejects.toThrow(
      /permission denied|must be owner/,
    );
  }
});

test('an edition never gives more seats than it has', async () => {
  const em = server.orm.em.fork();
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-31' };
  const edition = { id: server.newId(), opportunity: 'x', ...days, place: 'Milano', seats: 1 };
  em.create(Edition, edition);
  await em.flush();
  await server.pool.query('update edition set taken = taken + 1 where id = $1', [edition.id]);
  await expect(
    server.pool.query('update edition set taken = taken + 1 where id = $1', [edition.id]),
  ).rejects.toThrow(/edition_taken_check/);
});

test('an activity is open once in a case', async () => {
  const insert = (status: string) =>
    server.pool.query(
      `insert into activity
         (id, case_id, activity, kind, step, status, label, opened_at, opened_revision)
       values ($1, $2, 'interview', 'task', 'a', $3, '{}', now(), 1)`,
      [server.newId(), caseId, status],
    );
  await insert('completed');
  await insert('open');
  await expect(insert('accepted')).rejects.toThrow(/activity_open_unique/);
});

test('a lost update is noticed even when many entities are flushed at once', async () => {
  const ids = Array.from({ length: 5 }, () => server.newId());
  const insert = `insert into edition (id, opportunity_id, starts_on, ends_on, place, seats)
    select unnest($1::uuid[]), 'x', '2026-12-01', '2026-12-31', 'Milano', 1000`;
  await server.pool.query(insert, [ids]);
  // No entity has a version property: each writer's own conditional statement is the lock.
  const versioned = Object.values(server.orm.getMetadata().getAll()).filter(
    (meta) => meta.versionProperty,
  );
  expect(versioned.map((meta) => meta.className)).toEqual([]);
  expect(server.orm.config.get('useBatchUpdates')).toBe(false);
  const raise = (id: string) =>
    server.pool.query(
      'update edition set taken = taken + 1, revision = revision + 1 where id = $1 and revision = $2',
      [id, 1],
    );
  const results = await Promise.all(ids.flatMap((id) => [raise(id), raise(id)]));
  const taken = await server.pool.query(
    'select sum(taken)::int as sum from edition where id = any($1)',
    [ids],
  );
  expect(results.filter((result) => result.rowCount === 1)).toHaveLength(5);
  expect(taken.rows[0].sum).toBe(5);
});

test('dates and instants come back as they went in', async () => {
  const found = await server.orm.em.fork().findOneOrFail(Case, caseId);
  expect(found.registeredAt).toEqual(server.clock());
  expect(found.steps).toEqual(['a', 'b']);
  const edition = await server.orm.em.fork().findOneOrFail(Edition, { seats: 1 });
  expect(edition.startsOn).toBe('2026-12-01');
});
