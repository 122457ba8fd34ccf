/** The server as `npm start` runs it: a process of its own, which a test may kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { joinDatabase, openServer, parseSettings, type Server, silentLog } from '@percorso/server';

const START = join(import.meta.dirname, '..', 'scripts', 'start.ts');

export interface RunningServer {
  readonly origin: string;
  readonly postgresPid: number;
  /** Ends it by a signal; resolves once it is gone. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}

const started = new Set<ChildProcess>();

/** Starts it, without the demonstration, on a data directory, on a free port. */
export async function startOn(dataDirectory: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [START, '--empty'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  const ended = once(child, 'close').then(() => started.delete(child));
  return {
    origin: await addressOf(child),
    postgresPid: await postgresPid(dataDirectory),
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** Looks into the database of the process that runs, beside it. */
export async function besideServer<T>(
  dataDirectory: string,
  use: (server: Server) => Promise<T>,
): Promise<T> {
  const settings = parseSettings({ DATA_DIR: dataDirectory });
  const { access, close } = await joinDatabase(settings);
  const server = await openServer({ database: access, settings, log: silentLog });
  try {
    return await use(server);
  } finally {
    await server.close();
    await close();
  }
}

/** What a test that failed left running. */
export function killLeftOvers(): void {
  for (const child of started) child.kill('SIGKILL');
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const address = /ready: (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('close', () => reject(new Error(`it ended before it was ready: ${said}`)));
  });
}

async function postgresPid(dataDirectory: string): Promise<number> {
  const file = join(dataDirectory, 'postgres/postmaster.pid');
  return Number((await readFile(file, 'utf8')).split('\n')[0]);
}

/** Does a process with this id do anything? */
export async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) [^ZX]/.test(status);
}
