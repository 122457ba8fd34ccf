import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';
import { StillRunning } from './test/still-running.ts';

const everywhere = ['engine', 'designer', 'desk', 'server', 'definitions', 'test', 'scripts'];

/** The files of a kind in every package. */
const files = (ending: string) => everywhere.map((folder) => `${folder}/**/*.${ending}`);

const everyTest = {
  /** Every core: Vitest would leave one to itself, which of two is half of the time. */
  maxWorkers: '100%',
  /** No test fails for being slow, on a machine that takes ten times as long: that is for `bench`. */
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
  setupFiles: ['test/laws-set-up.ts'],
};

/** Where the results are written for `scripts/check.ts`, which counts them. */
const outputFile = process.env.TEST_REPORT_FILE;
const counted = outputFile ? [['json', { outputFile }] as const] : [];

export default defineConfig({
  test: {
    reporters: ['default', new StillRunning(), ...counted],
    sequence: { sequencer: LongestFirst },
    teardownTimeout: 120_000,
    projects: [
      {
        test: {
          name: 'unit',
          ...everyTest,
          include: [...files('test.ts'), ...files('test.tsx')],
          exclude: ['**/node_modules/**', ...files('db.test.ts'), ...files('browser.test.ts')],
        },
      },
      {
        test: {
          name: 'database',
          ...everyTest,
          include: files('db.test.ts'),
          globalSetup: ['server/src/database/testing-setup.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          ...everyTest,
          include: files('browser.test.ts'),
          globalSetup: ['server/src/database/testing-setup.ts', 'test/build-desk-set-up.ts'],
        },
      },
    ],
  },
});
