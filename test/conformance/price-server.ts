// The vendor's server on a free port and an empty database, for client-equals-server.test.ts; says its port and ends with its standard input.
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../server/app';
import { openPGlite } from '../../server/db/database';

const dataDir = await mkdtemp(join(tmpdir(), 'fieldquote-price-'));
const database = await openPGlite({ dataDir: join(dataDir, 'database') });
const app = await buildApp({ database, dataDir, rendererDir: dataDir, pricesPerMinute: 1_000_000 });
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`);

process.stdin.resume();
process.stdin.once('end', () => {
  void app
    .close()
    .then(() => database.destroy())
    .then(() => rm(dataDir, { recursive: true, force: true }));
});
