import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresDatabase } from './db/test-databases.test-kit';
import { parseOptions, type ServerOptions } from './options';
import { startServer } from './start';

describe('a start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldquote-start-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = (changes: Partial<ServerOptions>) => {
    const quiet = {
      host: '127.0.0.1',
      port: 0,
      demo: false,
      trustProxy: false,
      privateWebhooks: false,
      databaseUrl: null,
      postgres: { poolSize: 4 },
      tombstoneDays: 180,
      restored: false,
      import: null,
      snapshots: null,
      collectSnapshots: null,
      orderStatusSecret: null,
    };
    return startServer({ ...quiet, dataDir: join(folder, 'data'), ...changes }, () => undefined);
  };

  it('says that the port is taken, and leaves the folder free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const error = `Port ${port} on 127.0.0.1 is taken; choose another with --port`;
    expect(await start({ port })).toEqual({ ok: false, error });
    other.close();
    expect(await readdir(join(folder, 'data'))).not.toContain('server.lock');
  });

  it('says that the folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const started = await start({ dataDir: join(file, 'inside') });
    expect(started).toEqual({
      ok: false,
      error: expect.stringMatching(/^The data folder .* cannot be written: .*$/),
    });
  });

  it('says that DATABASE_URL is of no use', async () => {
    const started = await start({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
    expect(started).toEqual({
      ok: false,
      error: expect.stringMatching(/^DATABASE_URL cannot be used: .*1:1$/),
    });
  });

  it('imports without serving, and reports the bad rows', async () => {
    const report = join(folder, 'report.json');
    const file = join(import.meta.dirname, '../test/fixtures/import/every-bad-row.csv');
    const options = parseOptions([
      '--data',
      join(folder, 'imports'),
      '--import',
      file,
      '--book',
      'Prices',
      '--currency',
      'USD',
      '--report',
      report,
    ]);
    if (!options.ok || options.value === 'help') throw new Error('no options');
    const printed: string[] = [];
    const started = await startServer(options.value, (line) => printed.push(line));
    if (!started.ok) throw new Error(started.error);
    await started.value.close();
    expect(started.value).toMatchObject({ address: null, exitCode: 0 });
    expect(printed.join('\n')).toContain('version 1 published');
    expect(printed.join('\n')).toContain('line 9, price: the price is negative [price-negative] "-5.00"');
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ rows: 20, good: 4 });
  });

  it('lets several servers work on one PostgreSQL, and keeps no database in the folder', async () => {
    const { url, drop } = await createPostgresDatabase();
    const dataDir = join(folder, 'on-postgres');
    const both = await Promise.all([
      start({ databaseUrl: url, dataDir }),
      start({ databaseUrl: url, dataDir }),
    ]);
    const servers = both.map((started) => {
      if (!started.ok) throw new Error(started.error);
      return started.value;
    });
    for (const { address } of servers) expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await Promise.all(servers.map((server) => server.close()));
    expect(await readdir(dataDir)).toEqual([]);
    await drop();
  });
});
