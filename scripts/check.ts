/**
 * Everything that must be right before a change is kept: format and lint, types, unused exports,
 * tests. `npm test` and `npm run check` are this; arguments (paths) run only those tests.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDesk } from './build-desk.ts';
import { say } from './command.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Outcome {
  readonly isOk: boolean;
  readonly output: string;
}

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** Runs a program; what it says is shown at once, or kept for the case that it fails. */
function run(command: string, args: readonly string[], isShown: boolean) {
  return new Promise<Outcome>((resolve) => {
    const stdio = isShown ? 'inherit' : 'pipe';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', stdio, stdio] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ isOk: false, output: error.message }));
    child.once('close', (code) => resolve({ isOk: code === 0, output }));
  });
}

async function check(name: string, command: string, ...args: string[]): Promise<Count> {
  return report(name, () => run(command, args, false));
}

/** Before the tests, so that those which start a server don't build the pages side by side. */
async function buildPages(): Promise<Count> {
  return report('pages', () =>
    buildDesk(() => {}).then(
      () => ({ isOk: true, output: '' }),
      (error: Error) => ({ isOk: false, output: error.message }),
    ),
  );
}

async function report(name: string, work: () => Promise<Outcome>): Promise<Count> {
  const startedAt = performance.now();
  const { isOk, output } = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`${isOk ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!isOk) say(output);
  return isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Counted from Vitest's own report; an error outside any test fails the run as well. */
async function runTests(paths: readonly string[]): Promise<Count> {
  const directory = await mkdtemp(join(tmpdir(), 'percorso-check-'));
  const file = join(directory, 'report.json');
  process.env.TEST_REPORT_FILE = file;
  try {
    const { isOk } = await run(bin('vitest'), ['run', ...paths], true);
    const text = await readFile(file, 'utf8').catch(() => '{}');
    const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(text) as Record<string, number>;
    return { passed: numPassedTests, failed: isOk ? 0 : Math.max(numFailedTests, 1) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const paths = process.argv.slice(2);
const counts: Count[] = [];
if (paths.length === 0) {
  counts.push(
    await check('format and lint', bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.'),
  );
  counts.push(await check('types', bin('tsc'), '-p', '.'));
  counts.push(await check('unused exports and dependencies', bin('knip')));
}
counts.push(await buildPages());
counts.push(await runTests(paths));
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
say(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
