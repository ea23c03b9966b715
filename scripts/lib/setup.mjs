// What a fresh machine needs before anything can run: dependencies and the built renderer. Plain Node, no dependencies of its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Fieldquote needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}

/** Runs a command in the project's folder with its output shown; ends this process when it fails. */
export function run(command, args, what) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${what} failed; what it printed is above.`);
  process.exit(1);
}

/** Installs the exact dependencies of the lockfile, unless that very lockfile is installed already. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.fieldquote-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies (once) ...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing dependencies');
  writeFileSync(stamp, lock);
}

/** Builds the renderer unless nothing it is made of has changed since the last build. */
export function ensureBuilt() {
  const stamp = join(root, 'out/.renderer-inputs');
  const inputs = fingerprint([
    'renderer',
    'shared',
    'resources/public',
    'vite.config.ts',
    'package-lock.json',
  ]);
  const built = existsSync(join(root, 'out/renderer/index.html')) && existsSync(stamp);
  if (built && readFileSync(stamp, 'utf8') === inputs) return;
  console.log('Building the app (once per change) ...');
  run(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    'Building the app',
  );
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, inputs);
}

/** Names, sizes and times of the files: cheap, and it changes when any of them does. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const info = statSync(join(root, path));
    if (info.isDirectory()) {
      for (const name of readdirSync(join(root, path)).toSorted()) visit(`${path}/${name}`);
    } else {
      hash.update(`${path}\0${info.size}\0${info.mtimeMs}\n`);
    }
  };
  for (const path of paths) if (existsSync(join(root, path))) visit(path);
  return hash.digest('hex');
}
