import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAccess } from '../connection.ts';
import { type Account, chooseAccount, endWithParent } from './account.ts';
import { type Binaries, prepareBinaries } from './binaries.ts';
import { DatabaseError } from './database-error.ts';
import { copyDirectory, type Place, preparePlace, socketDirectory } from './place.ts';
import { readPostmaster, waitUntilFree } from './postmaster.ts';
import { accessByRoles, configOf, passwordOf, prepareRoles, SUPERUSER } from './roles.ts';
import { postgresArguments } from './settings.ts';

export interface EmbeddedOptions {
  /** Where the data live; made when it isn't there. */
  readonly directory: string;
  /** False only in tests: commits don't reach the disk. */
  readonly isDurable: boolean;
  /** As whom it runs; chosen by what the system allows. */
  readonly account?: Account;
  /** Told when PostgreSQL ends without having been asked to. */
  readonly onUnexpectedEnd?: () => void;
}

export interface Embedded {
  readonly access: DatabaseAccess;
  readonly superuser: pg.ClientConfig;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;
const PAUSE_MS = 20;
const FRESH = 'new-';

/** What starts that were killed left behind; one may still be at work in it. */
async function sweep(place: Place): Promise<void> {
  const names = await readdir(place.directory);
  for (const name of names.filter((name) => name.startsWith(FRESH))) {
    await rm(join(place.directory, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** initdb works in a directory of its own, so that a start that was killed leaves nothing half. */
async function initialise(binaries: Binaries, place: Place, account: Account, isDurable: boolean) {
  const fresh = join(place.directory, `${FRESH}${randomBytes(4).toString('hex')}`);
  const passwordFile = `${fresh}.password`;
  await writeFile(passwordFile, passwordOf(SUPERUSER, place.secret), { mode: 0o600 });
  if (account.user) await chown(passwordFile, account.user.uid, account.user.gid);
  const options = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const command = [...account.prefix, binaries.initdb, '-D', fresh, ...options, ...locale];
  const sync = isDurable ? [] : ['--no-sync'];
  const result = spawnSync(command[0]!, [...command.slice(1), '--locale=C', ...sync], {
    encoding: 'utf8',
    cwd: place.directory,
    ...account.user,
  });
  if (result.status !== 0) {
    const reason = result.error?.message ?? result.stderr.trim().split('\n').at(-1);
    throw new DatabaseError(`PostgreSQL could not make its data directory: ${reason}`);
  }
  await rename(fresh, place.data);
  await sweep(place);
}

async function launch(command: readonly string[], place: Place, account: Account) {
  await rename(place.log, `${place.log}.1`).catch(() => {});
  const log = await open(place.log, 'w', 0o600);
  try {
    // Its own session: Ctrl-C is for the server, which then ends PostgreSQL in good order.
    return spawn(command[0]!, command.slice(1), {
      cwd: place.directory,
      detached: true,
      stdio: ['pipe', log.fd, log.fd],
      ...account.user,
    });
  } finally {
    await log.close();
  }
}

/** Is it up? A server that is still starting (57P03) or not listening yet is asked again. */
async function mayConnect(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === '57P03') return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function waitUntilReady(child: ChildProcess, config: pg.ClientConfig, log: string) {
  const startedAt = performance.now();
  while (!(await mayConnect(config))) {
    const isLate = performance.now() - startedAt > START_TIMEOUT_MS;
    if (child.exitCode !== null || child.signalCode !== null || isLate) {
      throw new DatabaseError(`PostgreSQL did not start; its reasons are in ${log}`);
    }
    await sleep(PAUSE_MS);
  }
}

/** Ends PostgreSQL: open transactions are rolled back. If it hangs, it recovers at the next start. */
function stopper(child: ChildProcess, ended: Promise<unknown>): () => Promise<void> {
  return async () => {
    child.kill('SIGINT');
    child.stdin?.end();
    const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  };
}

/** Starts a PostgreSQL of our own on the data in a directory, and ends it with this process. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const account = options.account ?? chooseAccount();
  const copyTo = copyDirectory(options.directory, account);
  const place = await preparePlace(options.directory, account);
  const binaries = await prepareBinaries(copyTo, account.user !== null);
  await waitUntilFree(place.data);
  if (!existsSync(place.data)) await initialise(binaries, place, account, options.isDurable);

  const host = await socketDirectory(place, account);
  const settings = postgresArguments(host, options.isDurable);
  const program = [...account.prefix, ...endWithParent([binaries.postgres, '-D', place.data])];
  const child = await launch([...program, ...settings], place, account);
  let isStopping = false;
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const superuser = configOf(host, SUPERUSER, place.secret);
  const stop = stopper(child, ended);
  try {
    await waitUntilReady(child, superuser, place.log);
    await prepareRoles(host, place.secret);
  } catch (error) {
    await stop();
    throw error;
  }
  void ended.then(() => isStopping || options.onUnexpectedEnd?.());
  return {
    access: accessByRoles(host, place.secret),
    superuser,
    pid: child.pid!,
    stop: async () => {
      isStopping = true;
      await stop();
      if (dirname(host) !== place.directory) await rm(host, { recursive: true, force: true });
    },
  };
}

/** The access to the data's server if one is running now, started by another process. */
export async function findRunning(directory: string): Promise<DatabaseAccess | null> {
  const place = await preparePlace(directory, chooseAccount());
  const postmaster = await readPostmaster(place.data);
  if (postmaster?.status !== 'ready') return null;
  return accessByRoles(postmaster.socketDirectory, place.secret);
}
