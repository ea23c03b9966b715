import { defineConfig } from '@playwright/test';

/** Journeys in a real browser against the real server. The browser is named by scripts/test.mjs; alone, Playwright's own is used. */
export default defineConfig({
  testDir: 'test/e2e/journeys',
  outputDir: 'test-results/journeys',
  globalSetup: './test/e2e/demo-folder.global-setup.ts',
  // Far beyond what anything takes on a quiet machine: a busy one is no fault of the app's.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  fullyParallel: false,
  // Each file has a server and browsers of its own; two at once keep both cores of a small machine busy.
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/journeys.json' }],
  ],
  // A trace of everything takes a fifth of the time; `--trace retain-on-failure` keeps one where it is wanted.
  use: { actionTimeout: 30_000, trace: 'off' },
});
