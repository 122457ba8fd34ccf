import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from './database-error.ts';

/** What a running PostgreSQL says about itself in its data directory (`postmaster.pid`). */
export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
  /** `starting`, `ready` or `stopping`; empty in its first moments. */
  readonly status: string;
}

/** Another server that is not about to end is waited for this long. */
const WAIT_READY_MS = 2_000;
const WAIT_STOPPING_MS = 30_000;
const PAUSE_MS = 50;

/** After a power cut or in a new container the number may be somebody else's by now. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  // Linux: name and state of the process; a dead one that nobody has collected yet is a Z.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status === null || /^\d+ \(postgres\) [^ZX]/.test(status);
}

/** The server that uses the data directory now; a file left by a dead one is removed. */
export async function readPostmaster(dataDirectory: string): Promise<Postmaster | null> {
  const file = join(dataDirectory, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!(await isPostgres(pid))) {
    await rm(file, { force: true });
    return null;
  }
  return { pid, socketDirectory: lines[4] ?? '', status: (lines[7] ?? '').trim() };
}

/** Waits for a server that is just ending; refuses a directory that another server keeps using. */
export async function waitUntilFree(dataDirectory: string): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const postmaster = await readPostmaster(dataDirectory);
    if (!postmaster) return;
    const waitMs = postmaster.status === 'stopping' ? WAIT_STOPPING_MS : WAIT_READY_MS;
    if (performance.now() - startedAt > waitMs) {
      throw new DatabaseError(
        `Another server (process ${postmaster.pid}) uses the data in ${dataDirectory}: ` +
          'end it, or set DATA_DIR to another directory.',
      );
    }
    await sleep(PAUSE_MS);
  }
}
