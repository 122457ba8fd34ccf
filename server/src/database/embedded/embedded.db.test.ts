import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import type { DatabaseAccess } from '../connection.ts';
import { chooseAccount } from './account.ts';
import { findRunning, startEmbedded } from './embedded.ts';
import { preparePlace } from './place.ts';

const directories: string[] = [];

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'percorso-embedded-'));
  directories.push(directory);
  return directory;
}

afterAll(async () => {
  const patiently = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };
  for (const directory of directories) await rm(directory, patiently);
});

async function query(access: DatabaseAccess, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(access.owner);
  await client.connect();
  const result = await client.query(sql).finally(() => client.end());
  return result.rows as Record<string, unknown>[];
}

/** A server process of its own that can be killed; resolves when its PostgreSQL is ready. */
async function startInChild(directory: string) {
  const source = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    const directory = ${JSON.stringify(directory)};
    const embedded = await startEmbedded({ directory, isDurable: true });
    console.log(embedded.pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, postgresPid: Number(line.toString()) };
}

/** A process that has ended but that nobody has collected (state Z) doesn't run. */
async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) [^ZX]/.test(status);
}

test('kill -9 of the parent leaves no PostgreSQL, and the next start finds what was committed', async () => {
  const directory = await emptyDirectory();
  const { child, postgresPid } = await startInChild(directory);
  const access = await findRunning(directory);
  await query(access!, 'create table kept as select 42 as answer');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const next = await startEmbedded({ directory, isDurable: true });
  expect(await isRunning(postgresPid)).toBe(false);
  expect(await query(next.access, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await next.stop();
  expect(await isRunning(next.pid)).toBe(false);
  expect(await findRunning(directory)).toBeNull();
});

/** Kills a start while it makes its data. False when it was through before. */
async function killWhileMaking(directory: string): Promise<boolean> {
  const place = await preparePlace(directory, chooseAccount());
  const source = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    await startEmbedded({ directory: ${JSON.stringify(directory)}, isDurable: true });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const isThere = async (name: RegExp) =>
    (await readdir(place.directory)).some((one) => name.test(one));
  while (child.exitCode === null && !(await isThere(/^(new-|postgres$)/))) await sleep(5);
  child.kill('SIGKILL');
  const [code] = (await ended) as [number | null];
  expect(code, 'it failed by itself').toBeNull();
  return !(await isThere(/^postgres$/));
}

test('a start that was killed while it made its data is simply made again', async () => {
  let directory = await emptyDirectory();
  while (!(await killWhileMaking(directory))) directory = await emptyDirectory();
  const embedded = await startEmbedded({ directory, isDurable: false });
  expect(await query(embedded.access, 'select 1 as one')).toEqual([{ one: 1 }]);
  await embedded.stop();
});

test('a data directory that another server uses is refused in one line', async () => {
  const directory = await emptyDirectory();
  const first = await startEmbedded({ directory, isDurable: false });
  const second = startEmbedded({ directory, isDurable: false });
  await expect(second).rejects.toThrow(/^Another server \(process \d+\) uses the data in \S+: end/);
  expect(await query(first.access, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('a server that is just ending is waited for', async () => {
  const directory = await emptyDirectory();
  const first = await startEmbedded({ directory, isDurable: false });
  const [, second] = await Promise.all([
    first.stop(),
    startEmbedded({ directory, isDurable: false }),
  ]);
  expect(await query(second.access, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
});

test('a path too long for a socket is no obstacle', async () => {
  const directory = join(await emptyDirectory(), 'a'.repeat(100));
  const embedded = await startEmbedded({ directory, isDurable: false });
  expect(await query(embedded.access, 'select 1 as one')).toEqual([{ one: 1 }]);
  await embedded.stop();
});

test('only its own user reaches it, by socket and password', async () => {
  const directory = await emptyDirectory();
  const embedded = await startEmbedded({ directory, isDurable: false });
  const { host } = embedded.access.server;
  expect((await stat(host!)).mode & 0o777).toBe(0o700);
  expect((await stat(join(directory, 'secret'))).mode & 0o777).toBe(0o600);
  const wrong = { ...embedded.access.server, password: 'guess' };
  await expect(query({ server: wrong, owner: wrong }, 'select 1')).rejects.toThrow(/password/);
  const shown = await query(embedded.access, 'show listen_addresses');
  expect(shown).toEqual([{ listen_addresses: '' }]);
  await embedded.stop();
});

test.runIf(process.getuid?.() === 0)('root without user namespaces runs it as nobody', async () => {
  const directory = await emptyDirectory();
  const sharedDirectory = await emptyDirectory();
  await chmod(sharedDirectory, 0o755);
  const account = { ...chooseAccount(true, () => false), sharedDirectory };
  const embedded = await startEmbedded({ directory, isDurable: false, account });
  expect(await query(embedded.access, 'select 1 as one')).toEqual([{ one: 1 }]);
  await embedded.stop();
});
