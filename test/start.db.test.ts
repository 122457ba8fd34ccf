import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = (name: string) => join(import.meta.dirname, '..', 'scripts', `${name}.ts`);

let directory = '';
const running: ChildProcess[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'percorso-start-'));
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a command of ours; `said` is all that it wrote. */
function run(name: string, args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [script(name), ...args], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(directory, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  let hear = () => {};
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
      hear();
    });
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code, said }));
  /** The address that it printed; fails with what it said if it ends before. */
  const ready = new Promise<string>((resolve, reject) => {
    hear = () => {
      const address = /ready: (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    void ended.then(() => reject(new Error(said)));
  });
  ready.catch(() => {});
  return { child, ended, ready };
}

const postgresPid = async () =>
  Number((await readFile(join(directory, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) [^ZX]/.test(status);
}

test('it starts, refuses what is in use in one line, survives kill -9 and stops in good order', async () => {
  const first = run('start', ['--empty']);
  const address = await first.ready;
  expect((await fetch(`${address}/readyz`)).status).toBe(200);

  const samePort = run('start', [], { PORT: new URL(address).port });
  expect(await samePort.ended).toEqual({
    code: 1,
    said: expect.stringMatching(/^Percorso: Port \d+ of 127.0.0.1 is in use: .+\n$/),
  });
  const sameData = await run('start', []).ended;
  expect(sameData.code).toBe(1);
  expect(sameData.said).toMatch(/\nPercorso: Another server \(process \d+\) uses the data .+\n$/);

  const pid = await postgresPid();
  first.child.kill('SIGKILL');
  await first.ended;

  const second = run('start', []);
  expect((await fetch(`${await second.ready}/readyz`)).status).toBe(200);
  expect(await isRunning(pid)).toBe(false);
  const lastPid = await postgresPid();
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  expect(await isRunning(lastPid)).toBe(false);
});

test('a backup is restored by one command, which refuses to lose what is there', async () => {
  const file = join(directory, 'backup.gz');
  expect((await run('backup', [file]).ended).said).toMatch(/the backup is in/);
  expect(await run('backup', [file]).ended).toMatchObject({ code: 1 });
  expect((await run('restore', [file]).ended).said).toMatch(/the database is as it was/);
  const missing = await run('restore', [join(directory, 'none')]).ended;
  expect(missing).toEqual({ code: 1, said: 'Percorso: There is no such file.\n' });
});

const lines: Record<string, [environment: Record<string, string>, line: RegExp]> = {
  'a wrong setting': [{ PORT: 'abc' }, /^Percorso: PORT is "abc", but must be .+\n$/],
  'a database that is away': [
    { DATABASE_URL: 'postgres://u:hidden@127.0.0.1:1/x' },
    /^Percorso: The database of DATABASE_URL can't be used: nothing listens there\.\n$/,
  ],
};

for (const [what, [environment, line]] of Object.entries(lines)) {
  test(`${what} is told in one line, without a stack`, async () => {
    const { code, said } = await run('start', [], environment).ended;
    expect(code).toBe(1);
    expect(said.replace(/^Percorso: building.*\n/m, '')).toMatch(line);
  });
}
