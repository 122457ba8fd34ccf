// The only file that the machine's own Node (18 or later) runs: it installs the pinned toolchain
// into .tools, the packages into node_modules, and hands over to the real script on Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_VERSION = '24.21.0';
const PNPM_VERSION = '12.21.0';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');
const toolBins = join(tools, 'node_modules');
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodeBinary = join(toolBins, nodePackage, 'bin', 'node');

/** The command's name → the script that does it, relative to the repository. */
const SCRIPTS = {
  start: 'scripts/start.ts',
  test: 'scripts/check.ts',
  'test:long': 'scripts/test-long.ts',
  check: 'scripts/check.ts',
  bench: 'bench/run.ts',
  backup: 'scripts/backup.ts',
  restore: 'scripts/restore.ts',
  exec: null,
};

/**
 * Node and malloc would rather take memory than look for what is free: after 10,000 actions the
 * server held 300 MB, of which it used 50. So bounded, it holds 190 and is no slower.
 */
const NODE_OPTIONS = { start: ['--max-semi-space-size=4', '--max-old-space-size=384'] };
const MALLOC = { MALLOC_ARENA_MAX: '2' };

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The inherited settings of the npm that called us would reach pnpm and mislead it. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_(registry|cafile|proxy|https_proxy|noproxy)$)/i.test(name),
  );
  const path = [dirname(nodeBinary), join(toolBins, '.bin'), process.env.PATH].join(delimiter);
  // Node keeps what it compiled: a second start takes a third less of the processor.
  const compileCache = join(tools, 'compile-cache');
  return { NODE_COMPILE_CACHE: compileCache, ...MALLOC, ...Object.fromEntries(kept), PATH: path };
}

/** Runs a tool whose output matters only when it fails. */
function runQuietly(command, args, env, what) {
  const result = spawnSync(command, args, { cwd: root, env, encoding: 'utf8' });
  if (result.error) fail(`${what} failed: ${result.error.message}`);
  if (result.status !== 0) fail(`${what} failed:\n${result.stdout}${result.stderr}`);
}

function installToolchain(env) {
  const wanted = `node ${NODE_VERSION} pnpm ${PNPM_VERSION}\n`;
  const stamp = join(tools, 'versions');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Percorso: installing the toolchain (once)…\n');
  mkdirSync(tools, { recursive: true });
  const packages = [`pnpm@${PNPM_VERSION}`, `${nodePackage}@${NODE_VERSION}`];
  const options = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
  runQuietly('npm', ['install', '--prefix', tools, ...options, ...packages], env, 'npm install');
  writeFileSync(stamp, wanted);
}

/** Everything that decides what `pnpm install` would do, as one digest. */
function packageDigest() {
  const packages = ['engine', 'designer', 'desk', 'server', 'definitions', 'test', 'bench'];
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].concat(
    packages.map((name) => join(name, 'package.json')),
  );
  const hash = createHash('sha256').update(NODE_VERSION);
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function installPackages(env) {
  const stamp = join(root, 'node_modules', '.percorso');
  const wanted = packageDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Percorso: installing the packages…\n');
  const pnpm = join(toolBins, '.bin', process.platform === 'win32' ? 'pnpm.cmd' : 'pnpm');
  runQuietly(pnpm, ['install', '--frozen-lockfile'], env, 'pnpm install');
  writeFileSync(stamp, wanted);
}

const [name, ...rest] = process.argv.slice(2);
if (!name || !Object.hasOwn(SCRIPTS, name)) {
  fail(`Usage: node scripts/run.mjs ${Object.keys(SCRIPTS).join(' | ')}`);
}
const env = cleanEnvironment();
installToolchain(env);
installPackages(env);
const script = SCRIPTS[name];
const args = script ? [...(NODE_OPTIONS[name] ?? []), join(root, script), ...rest] : rest;
// By the channel the script learns of our own end, even by kill -9.
const stdio = ['inherit', 'inherit', 'inherit', ...(script ? ['ipc'] : [])];
const child = spawn(script ? nodeBinary : args.shift(), args, { cwd: root, env, stdio });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
// npm doesn't pass on the signal that ends it: its shell is gone, and we have another parent.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}
child.on('error', (error) => fail(`${name} could not start: ${error.message}`));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
