import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

const everywhere = ['engine', 'designer', 'desk', 'server', 'definitions', 'test', 'scripts'];

/** The files of a kind in every package. */
const files = (ending: string) => everywhere.map((folder) => `${folder}/**/*.${ending}`);

/** Every core: Vitest would leave one to itself, which of two is half of the time. */
const maxWorkers = '100%';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          include: [...files('test.ts'), ...files('test.tsx')],
          exclude: ['**/node_modules/**', ...files('db.test.ts'), ...files('browser.test.ts')],
        },
      },
      {
        test: {
          name: 'database',
          maxWorkers,
          include: files('db.test.ts'),
          globalSetup: ['server/src/database/testing-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          maxWorkers,
          include: files('browser.test.ts'),
          globalSetup: ['server/src/database/testing-setup.ts', 'test/build-desk-set-up.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
