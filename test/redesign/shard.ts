/** One share of the long test: `--runs` redesigns from `--seed` on; says what it met as JSON. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { arbitraryRedesign } from './arbitrary-redesign.ts';
import { judge, noCounts } from './laws.ts';

const PROGRESS_EVERY = 100;

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const counts = noCounts();
let runCount = 0;
const property = fc.property(arbitraryRedesign, (redesign) => {
  judge(redesign, counts);
  runCount += 1;
  if (runCount % PROGRESS_EVERY === 0) say({ runCount, counts });
});
const { failed, counterexamplePath, errorInstance } = fc.check(property, {
  numRuns: Number(values.runs),
  seed: Number(values.seed),
  // To make what breaks a law smaller takes hours; `path` draws it again.
  endOnFailure: true,
});
say({
  runCount,
  counts,
  ...(failed && { path: counterexamplePath, error: String(errorInstance) }),
});
process.exitCode = failed ? 1 : 0;

function say(report: object): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
