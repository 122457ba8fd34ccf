/**
 * The laws of migrations on 100,000 redesigns drawn at random, shared among the cores. `--runs` and
 * `--seed` repeat a run; a broken law is told with what draws it again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { say } from './command.ts';

const RUN_COUNT = 100_000;
/** Small shares: what is known of one is told soon, and nothing grows without end. */
const SHARE_RUN_COUNT = 1000;
/** What is drawn and judged lives briefly: a large nursery (MiB) takes a third of the time off. */
const NURSERY_MIB = 64;

interface Report {
  readonly runCount: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly path?: string;
  readonly error?: string;
}

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runCount = Number(values.runs ?? RUN_COUNT);
const firstSeed = Number(values.seed ?? Date.now() % 1_000_000);

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill();
    process.exit(1);
  });
}

/** One process; its last report counts. */
function share(seed: number, runs: number): Promise<Report> {
  const file = join(import.meta.dirname, '..', 'test', 'redesign', 'shard.ts');
  const nursery = `--max-semi-space-size=${NURSERY_MIB}`;
  const args = [nursery, file, '--seed', String(seed), '--runs', String(runs)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let last: Report = { runCount: 0, counts: {} };
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = JSON.parse(line) as Report;
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      const isLost = code !== 0 && !last.error;
      resolve(isLost ? { ...last, error: `the process ended with ${code}` } : last);
    });
  });
}

const startedAt = performance.now();
const totals: Record<string, number> = {};
let doneCount = 0;
let failureCount = 0;
const shares = Array.from({ length: Math.ceil(runCount / SHARE_RUN_COUNT) }, (_, index) => ({
  seed: firstSeed + index,
  runs: Math.min(SHARE_RUN_COUNT, runCount - index * SHARE_RUN_COUNT),
}));

async function work(): Promise<void> {
  for (let next = shares.shift(); next; next = shares.shift()) {
    const report = await share(next.seed, next.runs);
    doneCount += report.runCount;
    for (const [name, count] of Object.entries(report.counts)) {
      totals[name] = (totals[name] ?? 0) + count;
    }
    if (report.error) {
      failureCount += 1;
      say(`FAILED seed ${next.seed}, path ${report.path}: ${report.error}`);
    }
    const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
    say(`${doneCount} of ${runCount} redesigns, ${failureCount} broken laws (${minutes} min)`);
  }
}

say(`seed ${firstSeed}, ${runCount} redesigns, ${availableParallelism()} processes`);
await Promise.all(Array.from({ length: availableParallelism() }, work));
say(
  `cases: ${Object.entries(totals)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}`,
);
process.exitCode = failureCount === 0 && doneCount >= runCount ? 0 : 1;
