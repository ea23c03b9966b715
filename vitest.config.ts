import { defineConfig } from 'vitest/config';

const shared = {
  exclude: ['**/node_modules/**', 'test/e2e/**', 'test/bench/**'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // By itself Vitest leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...shared,
          name: 'server',
          include: [
            'server/**/*.test.ts',
            'renderer/sync/{real-server,attachments}.test.ts',
            'test/chaos/*.test.ts',
          ],
          // Importing the server anew for every file took half the time; suites share nothing but modules.
          isolate: false,
          // A real PostgreSQL for every suite that touches a database.
          globalSetup: ['server/db/postgres.global-setup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'everything else',
          exclude: [...shared.exclude, 'renderer/sync/{real-server,attachments}.test.ts', 'test/chaos/**'],
          include: ['{shared,renderer,electron,scripts,test}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
