import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { priceDocument } from '#shared/protocol/price-document';
import { priceFailureSchema } from '#shared/protocol/price-error';
import type { PriceRequestDocument } from '#shared/protocol/price-request';
import { priceResponseSchema } from '#shared/protocol/price-response';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestServer } from '../../test-vendor.test-kit';

const document: PriceRequestDocument = {
  priceBook: { header: { currency: 'EUR' }, entries: [{ sku: 'LIC-1', list: '100.00' }] },
  products: [{ sku: 'LIC-1', family: 'Licences', charge: { kind: 'one-time' }, taxCategory: 'standard' }],
  partner: {
    tier: 'gold',
    kind: 'reseller',
    taxPolicy: { sellerCountry: 'PL', rates: [{ country: 'PL', category: 'standard', percent: '23' }] },
  },
  quote: { pricingDate: '2026-03-01', lines: [{ sku: 'LIC-1', quantity: '3' }] },
};

describe('POST /api/v1/price', () => {
  let server: TestServer;
  let url: string;
  beforeAll(async () => {
    server = await startTestServer(databaseKinds[0] ?? 'pglite', { pricesPerMinute: 20 });
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}/api/v1/price`;
  });
  afterAll(() => server.close());

  const post = (body: string) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  it('PR-33 answers with what the same code gives on the device, without a session', async () => {
    const answer = await post(JSON.stringify(document));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const priced = priceResponseSchema.parse(await answer.json());
    expect(priced.totals).toMatchObject({ sell: '300.00', tax: '69.00', gross: '369.00' });
    const here = priceDocument(document);
    expect(here).toEqual({ ok: true, value: priced });
  });

  it.each([
    ['{"quote":', 'invalid-json', ''],
    ['', 'invalid-json', ''],
    ['[]', 'invalid-document', ''],
    [
      JSON.stringify({ ...document, quote: { ...document.quote, lines: [{ sku: 'LIC-1', quantity: 3 }] } }),
      'invalid-document',
      'quote.lines[0].quantity',
    ],
    [JSON.stringify({ ...document, discount: '5' }), 'unknown-key', 'discount'],
  ])('answers 400 to %j with its type and place', async (body, type, path) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(priceFailureSchema.parse(await answer.json()).error).toMatchObject({ type, path });
  });

  it('takes what other requests may not: a document of megabytes, but no more than ten', async () => {
    const padded = (bytes: number) => JSON.stringify(document) + ' '.repeat(bytes);
    expect((await post(padded(5_000_000))).status).toBe(200);
    const tooLarge = await post(padded(10_000_000));
    expect(tooLarge.status).toBe(413);
    expect(priceFailureSchema.parse(await tooLarge.json()).error.type).toBe('too-large');
  });

  it('lets nobody keep it busy', async () => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 25; sent += 1) statuses.push((await post('{')).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('leaves the other routes their own answers', async () => {
    const other = await server.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'content-type': 'application/json' },
      payload: '{"',
    });
    expect(other.json().error.type).toBe('bad-request');
    const described = (await server.app.inject('/openapi.json')).json();
    expect(JSON.stringify(described.paths['/api/v1/price'].post.requestBody)).toContain('pricingDate');
    expect(JSON.stringify(described.paths['/api/v1/price'].post.responses['200'])).toContain('contentHash');
  });
});
