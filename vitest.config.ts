// The suites: unit needs nothing, store and journey a PostgreSQL, e2e a built app and a browser besides.

import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const database = 'test/support/database-for-run.ts';
/** Dexie looks for IndexedDB when it is imported, so it must be there before any test's imports. */
const tabletStorage = ['fake-indexeddb/auto'];

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  define: { __APP_VERSION__: JSON.stringify('test') },
  test: {
    passWithNoTests: false,
    // Vitest leaves one core to whoever watches; a run on two would be half asleep.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: tabletStorage,
          testTimeout: 30_000,
          include: ['test/{domain,data,sync,ui,server,import}/**/*.test.{ts,tsx}', 'test/tidy.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['test/{store,http,cli,demo}/**/*.test.ts'],
          globalSetup: database,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          include: ['test/{journey,simulation,kills}/**/*.test.ts'],
          setupFiles: tabletStorage,
          globalSetup: database,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: database,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
