import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { priceDocumentText } from '#shared/protocol/price-document';
import { documents } from './price-documents.test-kit';

/** How many quotes are priced on both sides; PRICE_DOCUMENTS=100 for a short run. */
const count = Number(process.env['PRICE_DOCUMENTS'] ?? '10000');
const seed = Number(process.env['PRICE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const batch = 250;

/** A few connections kept open: what takes time is pricing, not dialling. */
function poster(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const post = (body: string) =>
    new Promise<string>((resolve, reject) => {
      const sent = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          path: '/api/v1/price',
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

describe('PR-33 the vendor’s server, a process of its own,', () => {
  let server: ChildProcess;
  let http: ReturnType<typeof poster>;
  beforeAll(async () => {
    server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'price-server.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [said] = (await once(server.stdout ?? server, 'data')) as [Buffer];
    http = poster(Number(said.toString()));
  }, 120_000);
  afterAll(async () => {
    http.close();
    server.stdin?.end();
    if (server.exitCode === null) await once(server, 'exit');
  });

  it(
    `prices ${count} random quotes as the device does, to the last step of the explanations`,
    async () => {
      let refused = 0;
      for (let done = 0; done < count; done += batch) {
        const texts = fc
          .sample(documents, { numRuns: Math.min(batch, count - done), seed: seed + done })
          .map((document) => JSON.stringify(document));
        const answers = Promise.all(texts.map(http.post));
        const here: string[] = [];
        for (const text of texts) {
          const priced = priceDocumentText(text);
          if (!priced.ok) refused += 1;
          here.push(JSON.stringify(priced.ok ? priced.value : { error: priced.error }));
          // Lets what came from the server in the meantime be read.
          await new Promise(setImmediate);
        }
        const there = await answers;
        const different = texts.findIndex((_, index) => here[index] !== there[index]);
        expect(different, `seed ${seed + done}, document ${texts[different]}`).toBe(-1);
      }
      // Both sides refusing everything would agree as well.
      expect(refused / count, `seed ${seed}`).toBeLessThan(0.1);
    },
    Math.max(120_000, count * 60),
  );
});
