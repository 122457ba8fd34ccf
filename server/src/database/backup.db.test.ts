import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBackup } from './backup.ts';
import { readBackup } from './restore.ts';
import { withClient } from './tables.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const caseId = '01930000-0000-7000-8000-000000000001';
const rows = `
  insert into organisation values ('o', 'Perché «no»?', 'partner', '{"it":"à","en":"a"}', 1);
  insert into pathway values ('p', 1);
  insert into participant (id, subject, first_name, birth_date, language, helper, created_at)
    values ('${caseId}', 'person', E'Zoë\\n"x"\\\\', '2008-02-29', 'it', '{"name":"N"}', now());
  insert into "case" (id, pathway_id, version, participant_id, revision, status, snapshot, steps,
      registered_at, changed_at, last_hash)
    values ('${caseId}', 'p', 1, '${caseId}', 1, 'active', '{"a": 1}', '{a,"b c"}',
      '2026-10-25 02:30:00.123+02', now(), '\\x00ff');
  insert into trace_entry (case_id, revision, at, kind, actor_kind, entered, left_steps, facts,
      salt, digest, hash)
    select '${caseId}', i, now(), 'action', 'system', '{}', '{}', '{}', '\\x01', '\\x02', '\\x03'
      from generate_series(1, 1200) i;
  insert into person (id, name, email, language, active, demonstration, roles, created_at)
    values ('${caseId}', 'P', 'p@example.org', 'it', true, false, '{coordinator}', now());
  insert into persona (id, pathway_id, name, told, kept_at, kept_by)
    values ('${caseId}', 'p', 'Zoë', '{"walk": [{"do": {"type": "timer"}}]}', now(), '${caseId}');
  insert into setting values ('s', '{"deep": [1, null, "x"]}');`;

let directory = '';
let source: TestDatabase;
let target: TestDatabase;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'percorso-backup-'));
  source = await createTestDatabase();
  target = await createTestDatabase();
  await withClient(source.access.owner, (client) => client.query(rows));
});

afterAll(async () => {
  await rm(directory, { recursive: true });
  await source.drop();
  await target.drop();
});

const content = async (file: string) => gunzipSync(await readFile(file)).toString();

async function backup(database: TestDatabase, name: string): Promise<string> {
  const file = join(directory, name);
  await writeBackup(database.access, file, now);
  return file;
}

test('what is restored is what was there, and a backup of it is the same file', async () => {
  const file = await backup(source, 'first');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await readBackup(target.access, file, false);
  expect(await content(await backup(target, 'second'))).toBe(await content(file));
});

test('numbers given after a restore come after the restored ones', async () => {
  const { rows: found } = await withClient(target.access.server, (client) =>
    client.query(
      `insert into trace_entry
         (case_id, revision, at, kind, actor_kind, entered, left_steps, digest, hash)
       values ($1, 2000, now(), 'action', 'system', '{}', '{}', '', '') returning seq::int`,
      [caseId],
    ),
  );
  expect(found).toEqual([{ seq: 1201 }]);
});

test('cases are only lost when that is asked for', async () => {
  const file = await backup(source, 'third');
  await expect(readBackup(target.access, file, false)).rejects.toThrow(
    /holds cases: add --replace/,
  );
  await readBackup(target.access, file, true);
  expect(await content(await backup(target, 'fourth'))).toBe(await content(file));
});

test('a damaged, foreign or missing file is refused in words and changes nothing', async () => {
  const file = await backup(source, 'fifth');
  const before = await content(await backup(target, 'before'));
  const whole = await readFile(file);
  const lines = (await content(file)).split('\n');
  const other = lines[0]!.replace('0001-initial', '9999-future');
  const wrong: Record<string, [Buffer, RegExp]> = {
    cut: [whole.subarray(0, whole.length / 2), /cut short/],
    'without its end': [gzipSync(lines.slice(0, -2).join('\n')), /cut short/],
    text: [Buffer.from('hello'), /not a backup/],
    'other json': [gzipSync('{"a":1}\n'), /not a backup/],
    'no json': [gzipSync(`${lines[0]}\nhello\n`), /damaged/],
    'another version': [gzipSync([other, ...lines.slice(1)].join('\n')), /another version/],
    'another table': [gzipSync(`${lines[0]}\n{"table":"pg_authid"}\n{"end":0}`), /"pg_authid"/],
  };
  for (const [name, [bytes, reason]] of Object.entries(wrong)) {
    const path = join(directory, 'wrong');
    await writeFile(path, bytes);
    await expect(readBackup(target.access, path, true), name).rejects.toThrow(reason);
  }
  const missing = join(directory, randomBytes(4).toString('hex'));
  await expect(readBackup(target.access, missing, true)).rejects.toThrow(/no such file/);
  expect(await content(await backup(target, 'after'))).toBe(before);
});

test('a database that a server uses is not restored into', async () => {
  const file = await backup(source, 'sixth');
  const client = new pg.Client({ ...target.access.server, application_name: 'percorso' });
  await client.connect();
  await expect(readBackup(target.access, file, true)).rejects.toThrow(/stop it first/);
  await client.end();
});

test('a backup that fails leaves no file', async () => {
  const broken = { ...source.access, owner: { ...source.access.owner, database: 'nowhere' } };
  await expect(writeBackup(broken, join(directory, 'none'), now)).rejects.toThrow();
  expect((await readdir(directory)).filter((name) => name.startsWith('none'))).toEqual([]);
});
