import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';

/** Where one embedded PostgreSQL keeps its things. */
export interface Place {
  /** Holds everything below. */
  readonly directory: string;
  readonly data: string;
  readonly log: string;
  /** From which the passwords of the roles are made; readable by nobody else. */
  readonly secret: string;
}

/** A Unix socket's path has at most 107 bytes on Linux and 103 on macOS. */
const SOCKET_PATH_BYTES_MAX = 103;
const SOCKET_NAME = '/.s.PGSQL.5432';

async function makePrivate(directory: string, user: Account['user']): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  if (user) await chown(directory, user.uid, user.gid);
}

async function readOrMakeSecret(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = randomBytes(32).toString('hex');
    await writeFile(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}

/** Makes the directories below `dataDirectory` (or, for another user, below /var/lib). */
export async function preparePlace(dataDirectory: string, account: Account): Promise<Place> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const secret = await readOrMakeSecret(join(dataDirectory, 'secret'));
  const name = createHash('sha256')
    .update(await realpath(dataDirectory))
    .digest('hex');
  const directory = account.user ? join(account.sharedDirectory, name.slice(0, 12)) : dataDirectory;
  if (account.user) {
    await mkdir(account.sharedDirectory, { recursive: true, mode: 0o755 });
    await makePrivate(directory, account.user);
  }
  const data = join(directory, 'postgres');
  return { directory, data, log: join(dataDirectory, 'postgres.log'), secret };
}

/** Where copies of the programs go when they can't run where they were installed. */
export function copyDirectory(dataDirectory: string, account: Account): string {
  return account.user ? account.sharedDirectory : dataDirectory;
}

/** A directory of mode 0700 for the socket, short enough for the system. */
export async function socketDirectory(place: Place, account: Account): Promise<string> {
  const near = join(place.directory, 'run');
  if (Buffer.byteLength(near + SOCKET_NAME) <= SOCKET_PATH_BYTES_MAX) {
    await makePrivate(near, account.user);
    return near;
  }
  const elsewhere = await mkdtemp(join(tmpdir(), 'percorso-'));
  await makePrivate(elsewhere, account.user);
  return elsewhere;
}
