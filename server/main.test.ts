import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { protocolVersion } from '#shared/protocol/version';

const root = join(import.meta.dirname, '..');
const fixture = (name: string): string => join(root, 'test/fixtures/import', name);

/** The command as people run it, in a process of its own. */
function runServer(args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      stdout += part.toString();
      const url = /^Fieldquote server ready at (http:\S+)$/m.exec(stdout)?.[1];
      if (url) resolve(url);
    });
    child.once('close', () => reject(new Error(`ended before it was ready: ${stdout}${stderr}`)));
  });
  ready.catch(() => undefined); // whoever waits for `ended` only is not told
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, ready, ended };
}

// Each start compiles and opens a database: slow where many tests share few processors.
describe('npm run server', { timeout: 180_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldquote-main-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('serves until it is told to stop, then again with all data', async () => {
    const data = join(folder, 'serving');
    const first = runServer([
      '--data',
      data,
      '--port',
      '0',
      '--import',
      fixture('utf-8.csv'),
      '--book',
      'Prices',
      '--currency',
      'EUR',
    ]);
    const url = await first.ready;
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok', protocolVersion });

    const second = await runServer(['--data', data, '--port', '0']).ended;
    expect(second.code).toBe(1);
    expect(second.stderr.trim()).toBe(
      `The data folder ${data} is in use by the server with process id ${first.child.pid}`,
    );

    first.child.kill('SIGTERM');
    const { code, stdout } = await first.ended;
    expect(code).toBe(0);
    expect(stdout).toContain('5 rows, 5 good, 0 bad');

    const again = await runServer([
      '--data',
      data,
      '--import',
      fixture('utf-8.csv'),
      '--book',
      'Prices',
      '--currency',
      'EUR',
    ]).ended;
    expect(again.stdout).toContain('Price book prices: nothing changed, version 1 stays.');
    expect(again.code).toBe(0);
  });

  it('is not kept out by the lock of a server that was killed', async () => {
    const data = join(folder, 'killed');
    const killed = runServer(['--data', data, '--port', '0']);
    await killed.ready;
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(await readdir(data)).toContain('server.lock');
    const next = runServer(['--data', data, '--port', '0']);
    await next.ready;
    next.child.kill('SIGINT');
    expect((await next.ended).code).toBe(0);
    expect(await readdir(data)).not.toContain('server.lock');
  });

  it('ends with 2 and publishes nothing when a file is of no use', async () => {
    const data = join(folder, 'imports');
    const to = ['--data', data, '--book', 'Prices', '--currency', 'USD'];
    const none = await runServer([...to, '--import', fixture('missing-price.csv')]).ended;
    expect(none.code).toBe(2);
    expect(none.stdout).toContain(
      'nothing was published: no column for price. Its columns are: id, name, cost.',
    );
  });
});
