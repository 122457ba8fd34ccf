/** The server as people start it, in a process of its own, and what can be seen of it from here. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Running {
  readonly origin: string;
  /** From the command until `/readyz` said yes. */
  readonly startSeconds: number;
  /** Resident memory of the Node process, without PostgreSQL. */
  readonly residentMb: () => number;
  readonly stop: () => Promise<void>;
}

/** Does what `npm start` does on the data of a directory, and waits until it is ready. */
export async function startServer(dataDirectory: string): Promise<Running> {
  const begin = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'start'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      const address = /ready: (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server did not start:\n${said}`)));
  });
  const { status } = await fetch(`${origin}/readyz`);
  if (status !== 200) throw new Error(`/readyz said ${status}`);
  return {
    origin,
    startSeconds: (performance.now() - begin) / 1000,
    residentMb: () => residentMb(childOf(child.pid!)),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The bootstrap's one child is the server. */
function childOf(pid: number): number {
  return Number(
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }),
  );
}

function residentMb(pid: number): number {
  const kibibytes =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kibibytes) * 1024) / 1_000_000;
}
