import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noTerms } from '#shared/domain/pricing/partner-terms';
import type { Order } from '#shared/domain/order/order';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import { priceQuote } from '#shared/domain/quote/price-quote';
import {
  aBook,
  aLine,
  anAccount,
  anAgreement,
  anEntry,
  aPartner,
  aProduct,
  aQuote,
} from '#shared/domain/quote/quote.test-kit';
import { addDays } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import type { SentMutation } from '#shared/protocol/push';
import { snapshotFolder } from './app';
import { openPostgres, type Database } from './db/database';
import { createPostgresDatabase } from './db/test-databases.test-kit';
import { folderChunkStore } from './modules/snapshots/chunk-store';
import { deliver, noTraffic, seededRandom, startReplica, type Replica } from './replicas.test-kit';
import { seedDatabase } from './seed-database';
import { aVendor, newQuoteArgs, testPassword } from './test-vendor.test-kit';

const devices = 50;
/** FIELDQUOTE_ORDERS=2000 for the whole of it. */
const orders = Number(process.env['FIELDQUOTE_ORDERS'] ?? 200);
const seed = Number(process.env['FIELDQUOTE_SEED'] ?? 1);

describe('two servers on one PostgreSQL', { timeout: 900_000 }, () => {
  let folder: string;
  let database: Database;
  let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldquote-replicas-'));
    postgres = await createPostgresDatabase();
  });
  afterAll(async () => {
    await database.destroy();
    await postgres.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A quote for `quantity` licences of 100.00, presented, accepted and ordered: what a rep does for one order. */
  function workOfOneOrder(quantity: number) {
    const day = new Date().toISOString().slice(0, 10);
    const quote = aQuote({
      id: newId(),
      priceBook: { bookId: 'book-1', version: 1 },
      items: [aLine({ quantity: String(quantity) })],
      pricingDate: day,
      expiresOn: addDays(day, 30),
    });
    const priced = priceQuote({
      quote,
      book: aBook({ bookId: 'book-1', version: 1 }, [anEntry()]),
      product: (sku) => (sku === 'LIC-1' ? aProduct() : undefined),
      partner: aPartner(),
      terms: { ...noTerms, agreements: [anAgreement()] },
      account: anAccount(),
      role: 'rep',
    });
    const figures = orderFromQuote(quote, priced);
    if (!figures.ok) throw new Error(figures.error.type);
    const businessId = crypto.randomUUID();
    const head = { id: newId(), businessId, quoteId: quote.id, quoteRevision: 1 };
    const place = { ...head, ...figures.value, purchaseOrderNumber: '', note: '' };
    const work = [
      ['createQuote', newQuoteArgs(quote)],
      ['changeQuoteState', { id: quote.id, to: 'presented' }],
      ['changeQuoteState', { id: quote.id, to: 'accepted' }],
      ['placeOrder', place],
    ] as const;
    const queue = work.map(([name, args]): Omit<SentMutation, 'seq'> => ({
      name,
      args,
      schemaVersion: 1,
      businessId: name === 'placeOrder' ? businessId : null,
      capturedAt: new Date().toISOString(),
      editId: newId(),
    }));
    return { queue, orderId: head.id, sellNet: figures.value.totals.sellNet };
  }

  const signIn = async (url: string, userId: string): Promise<Record<string, string>> => {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-fieldquote-host': 'electron' },
      body: JSON.stringify({ email: `${userId}@example.com`, password: testPassword }),
    });
    return { authorization: `Bearer ${answer.headers.get('x-session-token')}` };
  };

  it(`SY-3 ${devices} devices push ${orders} orders with retries: each is there once, and the totals are equal`, async () => {
    // Both at once on an empty database: one migrates, the other waits.
    const starting = [0, 1].map(() => startReplica(folder, postgres.url));
    const replicas: (Replica | undefined)[] = await Promise.all(starting);
    database = await openPostgres(postgres.url, { poolSize: 2 });
    const chunks = folderChunkStore(snapshotFolder(folder));
    await seedDatabase(database, chunks, aVendor(), () => new Date());
    const urls = () => replicas.flatMap((replica) => replica?.url ?? []);
    const [firstUrl = ''] = urls();
    const people = [await signIn(firstUrl, 'rep-1'), await signIn(firstUrl, 'manager-1')];

    const wanted = Array.from({ length: orders }, (_, at) => workOfOneOrder(1 + (at % 7)));
    const queues = Array.from({ length: devices }, (_, device) =>
      wanted.filter((_, at) => at % devices === device).flatMap(({ queue }) => queue),
    );
    const traffic = noTraffic();
    const began = performance.now();
    const delivering = Promise.all(
      queues.map((queue, at) =>
        deliver(queue, { urls, headers: people[at % 2] ?? {} }, traffic, seededRandom(seed * 1_000 + at)),
      ),
    );
    /** One of them dies in the middle of it, and comes back as another. */
    const replaceOne = async (): Promise<void> => {
      const isThird = async () => expect(await countOrders()).toBeGreaterThan(orders / 3);
      await vi.waitFor(isThird, { timeout: 600_000, interval: 200 });
      const victim = replicas[1];
      replicas[1] = undefined;
      await victim?.stop('SIGKILL');
      replicas[1] = await startReplica(folder, postgres.url);
    };
    await Promise.all([delivering, replaceOne()]);
    const seconds = (performance.now() - began) / 1_000;

    const rows = await database.selectFrom('record').select('body').where('type', '=', 'order').execute();
    const stored = rows.map(({ body }) => body as Order);
    expect(traffic.refused).toBe(0);
    const sorted = (ids: readonly string[]) => ids.toSorted((a, b) => (a < b ? -1 : 1));
    expect(sorted(stored.map(({ id }) => id))).toEqual(sorted(wanted.map(({ orderId }) => orderId)));
    expect(new Set(stored.map(({ vendorOrderNumber }) => vendorOrderNumber)).size).toBe(orders);
    expect(sumOf(stored.map(({ totals }) => totals.sellNet))).toEqual(
      sumOf(wanted.map(({ sellNet }) => sellNet)),
    );
    const { version } = await database
      .selectFrom('tenant')
      .select('version')
      .where('partner_id', '=', 'partner-1')
      .executeTakeFirstOrThrow();
    const { used } = await database
      .selectFrom('record')
      .select(({ fn }) => fn.max('version').as('used'))
      .where('partner_id', '=', 'partner-1')
      .executeTakeFirstOrThrow();
    expect(version).toBe(used);
    if (process.env['FIELDQUOTE_ORDERS'] !== undefined) {
      process.stdout.write(
        `${JSON.stringify({ devices, orders, seed, seconds: Math.round(seconds), ordersPerSecond: Math.round((orders / seconds) * 10) / 10, ...traffic })}\n`,
      );
    }
    // Told to stop, both end in order.
    const stopping = replicas.flatMap((replica) => replica?.stop('SIGTERM') ?? []);
    expect(await Promise.all(stopping)).toEqual([0, 0]);
  });

  const countOrders = async (): Promise<number> => {
    const { count } = await database
      .selectFrom('record')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('type', '=', 'order')
      .executeTakeFirstOrThrow();
    return count;
  };

  /** In cents, exactly. */
  const sumOf = (amounts: readonly string[]): bigint =>
    amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
});
