import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aQuote } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import { snapshotFolder } from '../../app';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

/** What a network does to a device's queue: parts of it arrive, several times, in any grouping; answers may be lost, which changes nothing. */
const deliveries = fc.array(
  fc.record({ device: fc.nat(2), from: fc.nat(20), count: fc.integer({ min: 1, max: 8 }) }),
  { maxLength: 25 },
);

describe.each(databaseKinds)('exactly once on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const {
    partnerId: _p,
    ownerId: _o,
    state: _s,
    revision: _r,
    createdAt: _c,
    updatedAt: _u,
    ...draft
  } = aQuote({ priceBook: { bookId: 'book-1', version: 1 } });

  /** A quote presented and taken back ten times: each round is seen in its revision, and a round done twice is refused. */
  async function newQueue() {
    const device = await server.signIn('rep-1');
    const id = newId();
    const create = device.next('createQuote', { ...draft, id });
    const rounds = Array.from({ length: 10 }, () => [
      device.next('changeQuoteState', { id, to: 'presented' }),
      device.next('changeQuoteState', { id, to: 'draft' }),
    ]);
    return { device, id, mutations: [create, ...rounds.flat()], reached: 0 };
  }

  it('SY-3 whatever arrives, in whatever pieces and however often, each mutation counts once', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async (arrivals) => {
        const queues = await Promise.all([0, 1, 2].map(newQueue));
        for (const { device, from, count } of arrivals) {
          const queue = queues[device];
          if (!queue) throw new Error('no such device');
          const part = queue.mutations.slice(from, from + count);
          if (from <= queue.reached) queue.reached = Math.max(queue.reached, part.at(-1)?.seq ?? 0);
          expect(await queue.device.push(...part)).toEqual({ lastSeq: queue.reached, refused: [] });
        }
        for (const { device, mutations } of queues) await device.push(...mutations);
        for (const { device, id } of queues) {
          const { changes, lastSeqs } = await pullAll(device);
          const quote = changes.find((change) => change.id === id)?.record;
          expect(quote).toMatchObject({ revision: 11, state: 'draft' });
          expect(lastSeqs[device.clientId]).toBe(21);
        }
      }),
      { numRuns: 12 },
    );
  });

  /** All pages as one answer. */
  async function pullAll(device: TestDevice) {
    const first = patchOf(await device.pull());
    let last = first;
    const changes = [...first.changes];
    while (last.nextPage !== null) {
      last = patchOf(await device.pull({ page: last.nextPage }));
      changes.push(...last.changes);
    }
    return { ...last, changes };
  }

  it('SY-4 what the server lacks for the moment is no refusal: nothing of the push counts, and sent again it passes', async () => {
    // One that has not read any book yet.
    const fresh = await startTestServer(kind);
    const device = await fresh.signIn('rep-1');
    const id = newId();
    const priceBook = { bookId: 'book-1', version: 1 };
    const totals = { sellNet: '0', tax: '0', gross: '0', buyNet: '0', taxGroups: [] };
    const order = { id: newId(), businessId: crypto.randomUUID(), quoteId: id, quoteRevision: 1, totals };
    const push = [
      device.next('createQuote', { ...draft, id, priceBook }),
      device.next('changeQuoteState', { id, to: 'presented' }),
      device.next('changeQuoteState', { id, to: 'accepted' }),
      device.next('placeOrder', { ...order, lines: [aLine], purchaseOrderNumber: '', note: '' }),
    ];
    const folder = snapshotFolder(fresh.dataDir);
    const files = await readdir(folder);
    for (const file of files) await rename(join(folder, file), join(folder, `${file}.away`));
    const body = { protocolVersion: 1, clientId: device.clientId, mutations: push };
    expect(await device.ask('POST', '/api/v1/sync/push', body)).toMatchObject({
      status: 503,
      body: { error: { type: 'unavailable' } },
    });
    const between = await pullAll(device);
    expect(between.changes.some((change) => change.id === id)).toBe(false);
    expect(between.lastSeqs[device.clientId]).toBeUndefined();

    for (const file of files) await rename(join(folder, `${file}.away`), join(folder, file));
    const { lastSeq, refused } = await device.push(...push);
    expect(lastSeq).toBe(4);
    expect(refused).toMatchObject([{ seq: 4, rejection: { type: 'price-mismatch' } }]);
    await fresh.close();
  });

  const aLine = { lineId: 'line-1', sku: 'LIC-1', description: '', quantity: '1', sellNet: '0', buyNet: '0' };
});
