import { noTerms } from '#shared/domain/pricing/partner-terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '#shared/domain/order/order';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import {
  aLine,
  anAccount,
  anAgreement,
  anEntry,
  aPartner,
  aProduct,
  aBook,
  aQuote,
} from '#shared/domain/quote/quote.test-kit';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { merge } from '#shared/lib/merge';
import type { ArgsOf } from '#shared/mutations/registry';
import { rejectionSchema } from '#shared/mutations/rejection';
import { databaseKinds } from '../../db/test-databases.test-kit';
import {
  newQuoteArgs,
  patchOf,
  startTestServer,
  testDay,
  type TestDevice,
  type TestServer,
} from '../../test-vendor.test-kit';

type OrderArgs = ArgsOf<'placeOrder'>;

/** Prices as a device of partner-1 does, from the same book version. */
function orderArgs(quote: Quote, changes: Partial<OrderArgs> = {}): OrderArgs {
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
  if (!figures.ok) throw new Error(`not orderable: ${figures.error.type}`);
  const { id: quoteId, revision: quoteRevision } = quote;
  const head = { id: newId(), businessId: crypto.randomUUID(), quoteId, quoteRevision };
  return { ...head, ...figures.value, purchaseOrderNumber: 'PO-7', note: '', ...changes };
}

describe.each(databaseKinds)('orders on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  /** A quote the customer accepted, on the server: 3 licences of 100.00. */
  async function acceptedQuote(device: TestDevice, changes: Partial<Quote> = {}): Promise<Quote> {
    const priceBook = { bookId: 'book-1', version: 1 };
    const items = [aLine({ quantity: '3' })];
    const quote = aQuote({
      id: newId(),
      priceBook,
      items,
      pricingDate: testDay,
      expiresOn: '2026-04-09',
      ...changes,
    });
    expect((await present(device, quote)).refused).toEqual([]);
    const { refused } = await device.push(device.next('changeQuoteState', { id: quote.id, to: 'accepted' }));
    expect(refused).toEqual([]);
    return quote;
  }
  const present = (device: TestDevice, quote: Quote) =>
    device.push(
      device.next('createQuote', newQuoteArgs(quote)),
      device.next('changeQuoteState', { id: quote.id, to: 'presented' }),
    );
  const place = (device: TestDevice, args: OrderArgs) =>
    device.push(device.next('placeOrder', args, { businessId: args.businessId }));
  const refusalOf = async (device: TestDevice, args: OrderArgs) =>
    (await place(device, args)).refused.at(-1)?.rejection;
  const record = async (device: TestDevice, type: string, id: string) =>
    patchOf(await device.pull()).changes.find((change) => change.type === type && change.id === id)?.record;
  const ordersOf = async (quote: Quote) => {
    const rows = await server.database
      .selectFrom('record')
      .select('body')
      .where('type', '=', 'order')
      .execute();
    return rows.map(({ body }) => body as Order).filter(({ quoteId }) => quoteId === quote.id);
  };

  it('ORD-1 receives an order: vendor’s number, server’s time, the figures the customer saw', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device);
    const args = orderArgs(quote);
    expect((await place(device, args)).refused).toEqual([]);
    const order = (await record(device, 'order', args.id)) as Order;
    expect(order).toMatchObject({
      state: 'received',
      receivedAt: `${testDay}T10:00:00.000Z`,
      partnerId: 'partner-1',
      accountId: 'account-1',
      totals: { sellNet: '300.00', tax: '69.00', gross: '369.00', buyNet: '285.00' },
    });
    expect(order.vendorOrderNumber).toMatch(/^VO-\d{6}$/);
    expect(await record(device, 'quote', quote.id)).toMatchObject({ state: 'ordered' });
  });

  it('SY-3 the same order from a rebuilt device is the same order, and no error', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device);
    const args = orderArgs(quote);
    await place(device, args);
    const before = await ordersOf(quote);
    const rebuilt = await server.signIn('rep-1');
    expect(await place(rebuilt, args)).toEqual({ lastSeq: 1, refused: [] });
    expect(await ordersOf(quote)).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('SY-3 a business id used for anything else is refused, another partner’s too', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device);
    const args = orderArgs(quote);
    await place(device, args);
    const duplicate = { type: 'duplicate-business-id', businessId: args.businessId };
    expect(await refusalOf(device, { ...args, note: 'other words' })).toEqual(duplicate);
    expect(await refusalOf(await server.signIn('rep-2'), args)).toEqual(duplicate);
    expect(await ordersOf(quote)).toHaveLength(1);
  });

  it('a quote is ordered once, whatever the business id', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device);
    await place(device, orderArgs(quote));
    expect(await refusalOf(device, orderArgs(quote))).toMatchObject({
      type: 'wrong-state',
      state: 'ordered',
    });
    expect(await ordersOf(quote)).toHaveLength(1);
  });

  it.each<[string, (args: OrderArgs) => OrderArgs, object]>([
    [
      'a total',
      (args) => ({ ...args, totals: { ...args.totals, gross: '368.99' } }),
      { client: '368.99', server: '369.00' },
    ],
    [
      'what the partner pays',
      (args) => ({ ...args, totals: { ...args.totals, buyNet: '0.00' } }),
      { client: '0.00', server: '285.00' },
    ],
    [
      'a line',
      (args) => ({ ...args, lines: args.lines.map((line) => merge(line, { sellNet: '299.99' })) }),
      { client: '299.99', server: '300.00' },
    ],
    [
      'a missing line',
      (args) => ({ ...args, lines: args.lines.map((line) => merge(line, { quantity: '2' })) }),
      {},
    ],
    ['a tax group', (args) => ({ ...args, totals: { ...args.totals, taxGroups: [] } }), {}],
  ])('PR-33 refuses an order that differs in %s, and writes nothing', async (_name, change, figures) => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device);
    const args = orderArgs(quote);
    expect(await refusalOf(device, change(args))).toMatchObject({
      type: 'price-mismatch',
      currency: 'EUR',
      ...figures,
    });
    expect(await ordersOf(quote)).toEqual([]);
    expect(await record(device, 'quote', quote.id)).toMatchObject({ state: 'accepted' });
    // The refused order did not use the business id up.
    expect((await place(device, args)).refused).toEqual([]);
  });

  it('PR-33, PR-185 a difference comes with the lines it is in: both figures, and how the server got its own', async () => {
    const device = await server.signIn('rep-1');
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => aLine({ id, quantity: '1' }));
    const quote = await acceptedQuote(device, { items });
    const args = orderArgs(quote);
    const cheaper = args.lines.map((line) =>
      line.lineId === 'a' ? line : merge(line, { sellNet: '99.00' }),
    );
    const rejection = await refusalOf(device, { ...args, lines: cheaper });
    expect(rejection).toMatchObject({
      type: 'price-mismatch',
      differences: ['b', 'c', 'd', 'e', 'f'].map((lineId) => ({
        lineId,
        sku: 'LIC-1',
        client: { sell: '99.00', buy: '95.00' },
        server: { sell: '100.00', buy: '95.00' },
        buySteps: [{ step: 'list', after: '100.00' }, { step: 'agreement' }, { step: 'quantity' }],
      })),
    });
    expect(rejectionSchema.parse(rejection)).toEqual(rejection);
  });

  it('PR-185 a line that one side alone orders says so', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device, { items: [aLine({ id: 'a' }), aLine({ id: 'b' })] });
    const args = orderArgs(quote);
    const lines = args.lines.map((line) => (line.lineId === 'b' ? merge(line, { lineId: 'x' }) : line));
    expect(await refusalOf(device, { ...args, lines })).toMatchObject({
      differences: [
        { lineId: 'b', client: null, server: { sell: '100.00' } },
        { lineId: 'x', client: { sell: '100.00' }, server: null, buySteps: [], sellSteps: [] },
      ],
    });
  });

  it('PR-33 an answer of an older server, without differences, is still read', () => {
    const old = { type: 'price-mismatch', client: '1', server: '2', currency: 'EUR' } as const;
    expect(rejectionSchema.parse(old)).toEqual(old);
  });

  it('PR-60 takes no order of a quote that was let out without the approval it needs', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device);
    // As an older release let it happen: over the limit and never approved.
    const over = {
      ...quote,
      state: 'accepted' as const,
      ownerId: 'rep-1',
      items: [aLine({ discountPercent: '12' })],
    };
    await server.database
      .updateTable('record')
      .set({ body: JSON.stringify(over) })
      .where('id', '=', quote.id)
      .execute();
    expect(await refusalOf(device, orderArgs(over))).toEqual({
      type: 'approval-needed',
      reasons: ['manual-discount'],
    });
    expect(await ordersOf(quote)).toEqual([]);
  });

  it('PR-33 an order says what its quote says of a line, whatever words it was sent with', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device, { items: [aLine({ description: 'As offered' })] });
    const args = orderArgs(quote);
    const reworded = args.lines.map((line) => merge(line, { description: 'Something else' }));
    expect((await place(device, { ...args, lines: reworded })).refused).toEqual([]);
    expect((await ordersOf(quote))[0]?.lines).toMatchObject([{ description: 'As offered' }]);
  });

  it('PR-31 judges expiry by its own day in the partner’s zone, not by the device’s clock', async () => {
    const device = await server.signIn('rep-1');
    const inTime = await acceptedQuote(device);
    const late = await acceptedQuote(device);
    server.setClock('2026-04-08T21:59:00.000Z'); // still 8 April in Warsaw
    expect((await place(device, orderArgs(inTime))).refused).toEqual([]);
    server.setClock('2026-04-08T22:01:00.000Z'); // 9 April in Warsaw
    expect(await refusalOf(device, orderArgs(late))).toMatchObject({
      type: 'quote-expired',
      until: '2026-04-09',
      newestVersion: 1,
    });
    server.setClock(`${testDay}T10:00:00.000Z`);
  });

  it('PR-30, SY-103 takes no order priced for a day that has not come, and takes it on that day', async () => {
    const device = await server.signIn('rep-1');
    const quote = await acceptedQuote(device, { pricingDate: '2026-03-11' });
    const args = orderArgs(quote);
    expect(await refusalOf(device, args)).toEqual({ type: 'quote-not-priceable', skus: ['LIC-1'] });
    server.setClock('2026-03-10T23:00:00.000Z'); // 11 March in Warsaw
    expect((await place(device, args)).refused).toEqual([]);
    server.setClock(`${testDay}T10:00:00.000Z`);
  });

  it('PRI-1 prices from no book the partner may not have', async () => {
    const device = await server.signIn('rep-1');
    const priceBook = { bookId: 'book-2', version: 1 };
    const answer = await present(device, aQuote({ id: newId(), priceBook, items: [aLine()] }));
    const rejection = { type: 'price-book-unavailable', ...priceBook, newestVersion: null };
    expect(answer.refused).toEqual([{ seq: 2, rejection }]);
  });

  it('PR-113 refuses an order of a quote with a line without a price, whatever figures it came with', async () => {
    const device = await server.signIn('rep-1');
    const priced = aLine({ id: 'line-1', quantity: '3' });
    const unpriced = aLine({ id: 'line-2', sku: 'GONE' });
    const quote = await acceptedQuote(device, { items: [priced, unpriced] });
    const args = orderArgs({ ...quote, items: [priced] });
    expect(await refusalOf(device, args)).toEqual({ type: 'quote-not-priceable', skus: ['GONE'] });
    expect(await ordersOf(quote)).toEqual([]);
  });

  it('PR-113 a line without a price that is optional or of quantity 0 is not ordered and stops nothing', async () => {
    const device = await server.signIn('rep-1');
    const items = [
      aLine({ id: 'line-1', quantity: '3' }),
      aLine({ id: 'line-2', sku: 'GONE', optional: true }),
      aLine({ id: 'line-3', sku: 'GONE', quantity: '0' }),
    ];
    const quote = await acceptedQuote(device, { items });
    expect((await place(device, orderArgs(quote))).refused).toEqual([]);
    const [order] = await ordersOf(quote);
    expect(order?.lines.map(({ lineId }) => lineId)).toEqual(['line-1']);
  });

  it('refuses an order of a quote without a customer, or with one of another partner', async () => {
    const device = await server.signIn('rep-1');
    const nobodys = await acceptedQuote(device, { accountId: null });
    expect(await refusalOf(device, orderArgs(nobodys))).toEqual({ type: 'account-missing' });
    expect(await ordersOf(nobodys)).toEqual([]);
    const fresh = await server.signIn('rep-1');
    const priceBook = { bookId: 'book-1', version: 1 };
    const theirs = aQuote({ id: newId(), priceBook, accountId: 'account-2' });
    const rejection = { type: 'account-missing' };
    expect((await present(fresh, theirs)).refused).toEqual([{ seq: 2, rejection }]);
  });

  it('two devices that order one quote at once make one order', async () => {
    const [laptop, desk] = [await server.signIn('rep-1'), await server.signIn('manager-1')];
    const quote = await acceptedQuote(laptop);
    const answers = await Promise.all([place(laptop, orderArgs(quote)), place(desk, orderArgs(quote))]);
    expect(answers.flatMap(({ refused }) => refused)).toHaveLength(1);
    expect(await ordersOf(quote)).toHaveLength(1);
  });

  it('ORD-1 shows the vendor one order whole, and nobody else', async () => {
    const [device, vendor] = [await server.signIn('rep-1'), await server.signIn('channel-1')];
    const args = orderArgs(await acceptedQuote(device), { note: 'Deliver to the back door' });
    await place(device, args);
    const address = `/api/v1/vendor/orders/${args.id}`;
    const { status, body } = await vendor.ask('GET', address);
    expect(status).toBe(200);
    expect(body).toEqual({
      order: await record(device, 'order', args.id),
      partnerName: 'Vistula IT',
      accountName: 'Baltic Foods',
    });
    expect(body).toMatchObject({
      order: {
        lines: [{ sku: 'LIC-1', quantity: '3', sellNet: '300.00', buyNet: '285.00' }],
        purchaseOrderNumber: 'PO-7',
        note: 'Deliver to the back door',
      },
    });
    expect(await vendor.ask('GET', '/api/v1/vendor/orders/no-such-order')).toMatchObject({
      status: 404,
      body: { error: { type: 'not-found' } },
    });
    for (const login of ['rep-1', 'manager-1'] as const) {
      const refused = await (await server.signIn(login)).ask('GET', address);
      expect(refused).toMatchObject({ status: 403, body: { error: { type: 'forbidden' } } });
      expect(refused.body).not.toHaveProperty('order');
    }
  });

  describe('the vendor’s decision', () => {
    const decide = (device: TestDevice, id: string, decision: string, reason = '') =>
      device.ask('POST', `/api/v1/vendor/orders/${id}/decision`, { decision, reason });

    it('is listed for, made once by, and comes down from the vendor', async () => {
      const [device, vendor] = [await server.signIn('rep-1'), await server.signIn('channel-1')];
      const args = orderArgs(await acceptedQuote(device));
      server.setClock('2026-04-08T21:59:30.000Z'); // later than any other order here
      await place(device, args);
      server.setClock(`${testDay}T10:00:00.000Z`);
      const { cookie } = patchOf(await device.pull());
      const { body } = await vendor.ask('GET', '/api/v1/vendor/orders');
      const [newest] = (body as { orders: object[] }).orders;
      expect(newest).toMatchObject({
        order: { id: args.id, state: 'received' },
        partnerName: 'Vistula IT',
        accountName: 'Baltic Foods',
        lineCount: 1,
      });
      expect(await decide(vendor, args.id, 'rejected', 'Licence ended')).toMatchObject({ status: 200 });
      const { changes } = patchOf(await device.pull({ cookie }));
      expect(changes).toMatchObject([
        {
          type: 'order',
          id: args.id,
          record: { state: 'rejected', decision: { by: 'channel-1', reason: 'Licence ended' } },
        },
      ]);
      expect(await decide(vendor, args.id, 'accepted')).toMatchObject({
        status: 409,
        body: { error: { type: 'conflict' } },
      });
    });

    it('is not for partners, and not about what is not there', async () => {
      const [device, vendor] = [await server.signIn('rep-1'), await server.signIn('channel-1')];
      const args = orderArgs(await acceptedQuote(device));
      await place(device, args);
      expect(await device.ask('GET', '/api/v1/vendor/orders')).toMatchObject({ status: 403 });
      expect(await decide(device, args.id, 'accepted')).toMatchObject({ status: 403 });
      expect(await decide(vendor, 'no-such-order', 'accepted')).toMatchObject({ status: 404 });
      expect(await decide(vendor, args.id, 'maybe')).toMatchObject({
        status: 400,
        body: { error: { issues: [{ path: 'decision' }] } },
      });
      expect(await decide(vendor, args.id, 'rejected', 'no \0 character')).toMatchObject({
        status: 400,
        body: { error: { issues: [{ path: 'reason' }] } },
      });
    });
  });
});
