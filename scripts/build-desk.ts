import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'desk', 'dist', '.built-from');

/** What the built pages are made of, and how. */
const SOURCES = [
  'desk',
  'designer/src',
  'engine/src',
  'server/src/contract',
  'pnpm-lock.yaml',
  'scripts/build-desk.ts',
];
const IGNORED = /(^|\/)(node_modules|dist)(\/|$)|\.test\.tsx?$/;

async function sourceFiles(path: string): Promise<string[]> {
  if (IGNORED.test(path)) return [];
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
  if (!entries) return [path];
  const files = entries.map((entry) => {
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(inside);
    return Promise.resolve(IGNORED.test(inside) ? [] : [inside]);
  });
  return (await Promise.all(files)).flat();
}

async function digest(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(sourceFiles))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    hash.update(`${file}\0${contents[index]!.length}\0`).update(contents[index]!);
  });
  return hash.digest('hex');
}

function runVite(): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    const config = join(root, 'desk', 'vite.config.ts');
    const args = [vite, 'build', '--config', config, '--logLevel', 'warn'];
    // Tests call this too: with their NODE_ENV the pages would be twice as large, and slow.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the pages could not be built (vite ended with ${code})`));
    });
  });
}

/** Builds the pages into desk/dist unless they were built from exactly these sources. */
export async function buildDesk(onBuild: () => void): Promise<void> {
  const wanted = await digest();
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === wanted) return;
  onBuild();
  await runVite();
  await writeFile(stamp, wanted);
}
