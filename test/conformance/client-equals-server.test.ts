import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { priceDocumentText } from '#shared/protocol/price-document';
import { buildApp } from '../../server/app';
import { openPGlite } from '../../server/db/database';
import { documents } from './price-documents.test-kit';

/** How many quotes are priced on both sides; PRICE_DOCUMENTS=100 for a short run. */
const count = Number(process.env['PRICE_DOCUMENTS'] ?? '10000');
const seed = Number(process.env['PRICE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const atOnce = 4;
const batch = 500;

/** One connection for each request at a time, kept open: what is measured is pricing, not dialling. */
function poster(url: URL) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const post = (body: string) =>
    new Promise<string>((resolve, reject) => {
      const sent = request(
        url,
        {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}

describe('PR-33 the vendor’s server', () => {
  let close: () => Promise<void>;
  let post: (body: string) => Promise<string>;
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'fieldquote-price-'));
    const database = await openPGlite({ dataDir: join(dataDir, 'database') });
    const app = await buildApp({
      database,
      dataDir,
      rendererDir: dataDir,
      pricesPerMinute: 2 * count + 1_000,
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const http = poster(new URL(`http://127.0.0.1:${port}/api/v1/price`));
    ({ post } = http);
    close = async () => {
      http.close();
      await app.close();
      await database.destroy();
      await rm(dataDir, { recursive: true, force: true });
    };
  });
  afterAll(() => close());

  it(
    `prices ${count} random quotes as the device does, to the last step of the explanations`,
    async () => {
      let refused = 0;
      for (let done = 0; done < count; done += batch) {
        const texts = fc
          .sample(documents, { numRuns: Math.min(batch, count - done), seed: seed + done })
          .map((document) => JSON.stringify(document));
        const here = texts.map((text) => {
          const priced = priceDocumentText(text);
          if (!priced.ok) refused += 1;
          return JSON.stringify(priced.ok ? priced.value : { error: priced.error });
        });
        const there: string[] = [];
        const worker = async (first: number) => {
          for (let index = first; index < texts.length; index += atOnce)
            there[index] = await post(texts[index] ?? '');
        };
        await Promise.all(Array.from({ length: atOnce }, (_, first) => worker(first)));
        const different = texts.findIndex((_, index) => here[index] !== there[index]);
        expect(different, `seed ${seed + done}, document ${texts[different]}`).toBe(-1);
      }
      // Both sides refusing everything would agree as well.
      expect(refused / count, `seed ${seed}`).toBeLessThan(0.1);
    },
    Math.max(60_000, count * 12),
  );
});
