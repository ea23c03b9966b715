// Runs every test of the project, setting up what is missing, and ends with one line: N passed, N failed, N skipped.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { ensureBuilt, ensureInstalled, requireNode, root } from './lib/setup.mjs';

requireNode();
ensureInstalled();
ensureBuilt();

const reports = join(root, 'test-results');
mkdirSync(reports, { recursive: true });
const environment = { ...process.env, FIELDQUOTE_CHROMIUM: await findBrowser() };

/** Runs one tool with its JSON report to `file`; a tool that dies without a report counts as one failure. */
function runTool(name, args, extraEnvironment, count) {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, args(report), {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...extraEnvironment(report) },
  });
  try {
    const counted = count(JSON.parse(readFileSync(report, 'utf8')));
    // A suite that could not even be collected fails the run though no test of it is counted.
    if (status !== 0 && counted.failed === 0) counted.failed = 1;
    return counted;
  } catch (error) {
    console.error(`${name}: no report (${error.message})`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const unit = runTool(
  'unit',
  (report) => [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  () => ({}),
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }),
);

const journeys = runTool(
  'journeys',
  () => ['node_modules/@playwright/test/cli.js', 'test'],
  (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  (report) => ({
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    skipped: report.stats.skipped,
  }),
);

const total = (key) => unit[key] + journeys[key];
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);
