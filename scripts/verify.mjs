// Every check in one command: types, lint with layers, format, unused code, then all tests.
import { ensureInstalled, requireNode, run } from './lib/setup.mjs';

requireNode();
ensureInstalled();
for (const check of ['typecheck', 'lint', 'format:check', 'unused', 'test']) {
  console.log(`\n> ${check}`);
  run('npm', ['run', '-s', check], check);
}
