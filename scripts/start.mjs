// Sets the app up if needed, starts the demo vendor's server, and opens Fieldquote: the desktop window, else the browser host.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, fingerprint, requireNode, root, run } from './lib/setup.mjs';

const help = `npm start [-- options]
  --port N     port of the demo vendor's server (default 4310)
  --data DIR   where it keeps its data (default .data/demo)
  --browser    use the browser host even where the desktop window could open`;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '4310' },
    data: { type: 'string', default: join(root, '.data/demo') },
    browser: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(help);
  process.exit(0);
}

requireNode();
ensureInstalled();
ensureBuilt();

const children = new Set();
let stopping = false;
function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  // The server finishes the requests under way; one that hangs is ended.
  const patience = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
    process.exit(code);
  }, 5_000);
  const check = () => {
    if (children.size > 0) return;
    clearTimeout(patience);
    process.exit(code);
  };
  for (const child of children) child.once('exit', check);
  check();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));

function start(command, args, environment, stdio) {
  // Own process group: a Ctrl-C in the terminal reaches this script alone, which then stops the children in order.
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio,
    detached: true,
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

const server = start(
  process.execPath,
  ['--import', 'tsx', 'server/main.ts', '--demo', '--port', options.port, '--data', options.data],
  {},
  ['ignore', 'pipe', 'inherit'],
);
server.once('exit', (code) => stop(code ?? 1));
createInterface({ input: server.stdout }).on('line', (line) => {
  const ready = /ready at (http:\/\/\S+)/.exec(line);
  if (ready) open(ready[1]);
  else console.log(line);
});

function open(url) {
  const hindrance = options.browser ? 'the browser host was asked for' : desktopHindrance();
  if (hindrance === null) {
    console.log(`Fieldquote is open in its window (vendor server: ${url}). Ctrl-C stops everything.`);
    const desktop = start(
      electronPath(),
      [join(root, 'out/main/index.js')],
      { FIELDQUOTE_SERVER: url },
      'inherit',
    );
    desktop.once('exit', (code) => stop(code ?? 0));
    return;
  }
  console.log(`No desktop window: ${hindrance}. Fieldquote is ready in the browser: ${url}`);
  console.log(
    'Sign in as anna@brightpath.example, password demo-Quote-2026 (more accounts in server/seed/README.md). Ctrl-C stops everything.',
  );
  const opener =
    { darwin: 'open', win32: 'explorer' }[process.platform] ?? (hasDisplay() ? 'xdg-open' : null);
  if (opener)
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => console.log(`Open ${url} yourself.`))
      .unref();
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Why the desktop window can't open here, or null. Fetches Electron's runtime the first time. */
function desktopHindrance() {
  if (!hasDisplay()) return 'there is no display';
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'Electron does not run as root';
  if (electronPath() === null) {
    console.log("Fetching Electron's runtime (once) ...");
    spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
      stdio: 'ignore',
      timeout: 180_000,
    });
    if (electronPath() === null) return "Electron's runtime could not be fetched";
  }
  buildDesktop();
  return null;
}

function electronPath() {
  const name = join(root, 'node_modules/electron/path.txt');
  const path = existsSync(name) ? join(root, 'node_modules/electron/dist', readFileSync(name, 'utf8')) : null;
  return path !== null && existsSync(path) ? path : null;
}

function buildDesktop() {
  const stamp = join(root, 'out/.desktop-inputs');
  const inputs = fingerprint([
    'electron',
    'shared',
    'electron.vite.config.ts',
    'package-lock.json',
    'out/.renderer-inputs',
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  console.log('Building the desktop host (once per change) ...');
  run(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '-l', 'warn'],
    'Building the desktop host',
  );
  writeFileSync(stamp, inputs);
}
