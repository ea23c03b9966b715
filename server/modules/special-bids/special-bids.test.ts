import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import type { ArgsOf } from '#shared/mutations/registry';
import { vendorSpecialBidListSchema, vendorSpecialBidSchema } from '#shared/protocol/vendor-special-bid';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { aRuledQuote, create, onDevice, publishRuledBook, recordOf } from '../approvals/approvals.test-kit';

describe.each(databaseKinds)('special bids on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await publishRuledBook(server);
    rep = await server.signIn('rep-1');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const address = '/api/v1/vendor/special-bids';
  const bidArgs = (quote: Quote): ArgsOf<'requestSpecialBid'> => ({
    id: newId(),
    quoteId: quote.id,
    justification: 'Przetarg publiczny',
    competitor: 'Another vendor',
    wanted: linesOf(quote).map(({ id: lineId, sku, quantity }) => ({
      lineId,
      sku,
      quantity,
      unitPrice: '70.00',
    })),
  });
  async function request(): Promise<{ quote: Quote; bid: ArgsOf<'requestSpecialBid'> }> {
    const quote = aRuledQuote({ quantity: '4' });
    const bid = bidArgs(quote);
    await create(rep, quote);
    expect((await rep.push(rep.next('requestSpecialBid', bid))).refused).toEqual([]);
    return { quote, bid };
  }
  const grant = {
    decision: 'granted',
    terms: [{ sku: 'LIC-1', price: { kind: 'net', unitPrice: '72.00' }, maxQuantity: '10' }],
    validFrom: testDay,
    validUntil: '2026-04-30',
    comment: 'Once',
  };
  const decide = (id: string, body: object = grant, device = channel) =>
    device.ask('POST', `${address}/${id}/decision`, body);

  it('PR-20, PR-181 a request is received: the vendor’s number, the server’s time', async () => {
    const { bid, quote } = await request();
    const record = (await recordOf(rep, 'specialBid', bid.id)) as SpecialBid;
    expect(record).toMatchObject({
      state: 'requested',
      quoteNumber: quote.number,
      requestedAt: `${testDay}T10:00:00.000Z`,
    });
    expect(record.number).toMatch(/^SB-1\d{3}$/);
    const waiting = vendorSpecialBidListSchema.parse((await channel.ask('GET', address)).body).specialBids;
    expect(waiting.find(({ specialBid }) => specialBid.id === bid.id)).toMatchObject({
      partnerName: 'Vistula IT',
      accountName: 'Baltic Foods',
      ownerName: 'rep-1',
      lineCount: 1,
    });
    const found = vendorSpecialBidSchema.parse((await channel.ask('GET', `${address}/${bid.id}`)).body);
    expect(found).toMatchObject({
      specialBid: { wanted: bid.wanted },
      bookCurrency: 'EUR',
      priced: { totals: { buy: '380.00' } },
    });
  });

  it('refuses to ask for what is not in the quote', async () => {
    const quote = aRuledQuote({});
    await create(rep, quote);
    const bid = bidArgs(quote);
    const wrong = [
      bid.wanted.map((line) => ({ ...line, lineId: 'elsewhere' })),
      bid.wanted.map((line) => ({ ...line, sku: 'OTHER' })),
    ];
    for (const wanted of wrong) {
      const { refused } = await rep.push(rep.next('requestSpecialBid', { ...bid, wanted }));
      expect(refused).toMatchObject([{ rejection: { type: 'item-not-found' } }]);
    }
  });

  it('PR-20 granted terms come down and are in the price on the server as on the device', async () => {
    const { bid, quote } = await request();
    expect(await decide(bid.id)).toMatchObject({ status: 200, body: { specialBid: { state: 'granted' } } });
    const granted = (await recordOf(rep, 'specialBid', bid.id)) as SpecialBid;
    expect(granted).toMatchObject({
      terms: grant.terms,
      validUntil: '2026-04-30',
      decision: { by: 'channel-1', comment: 'Once' },
    });
    const using = { ...quote, specialBidId: bid.id };
    const { priced, hash } = onDevice(using, { specialBids: [granted] });
    expect(priced.totals.buy).toBe('288.00');
    const { refused } = await rep.push(
      rep.next('editQuote', { id: quote.id, changes: { specialBidId: bid.id } }),
      rep.next('approveQuote', { quoteId: quote.id, contentHash: hash, by: '', uses: [] }),
    );
    expect(refused).toEqual([]);
  });

  it('is decided once, and not after it was taken back', async () => {
    const [decided, withdrawn] = [await request(), await request()];
    expect(await decide(decided.bid.id, { decision: 'rejected', comment: 'No' })).toMatchObject({
      status: 200,
    });
    await rep.push(rep.next('withdrawSpecialBid', { id: withdrawn.bid.id }));
    for (const { bid } of [decided, withdrawn]) {
      expect(await decide(bid.id)).toMatchObject({ status: 409, body: { error: { type: 'conflict' } } });
    }
    expect(await recordOf(rep, 'specialBid', decided.bid.id)).toMatchObject({ state: 'rejected', terms: [] });
  });

  it.each([
    ['a SKU that was not asked for', { terms: [{ ...grant.terms[0], sku: 'OTHER' }] }, 'terms.0.sku'],
    ['a SKU twice', { terms: [grant.terms[0], grant.terms[0]] }, 'terms.1.sku'],
    ['an end before the beginning', { validUntil: testDay }, 'validUntil'],
    ['no terms', { terms: [] }, 'terms'],
  ])('PR-181 refuses to grant %s', async (_what, changes, path) => {
    const { bid } = await request();
    expect(await decide(bid.id, { ...grant, ...changes })).toMatchObject({
      status: 400,
      body: { error: { type: 'bad-request', issues: [{ path }] } },
    });
    expect(await recordOf(rep, 'specialBid', bid.id)).toMatchObject({ state: 'requested' });
  });

  it('is for the vendor’s people, about what is there', async () => {
    const { bid } = await request();
    for (const device of [rep, await server.signIn('manager-1')]) {
      expect(await device.ask('GET', address)).toMatchObject({ status: 403 });
      expect(await device.ask('GET', `${address}/${bid.id}`)).toMatchObject({ status: 403 });
      expect(await decide(bid.id, grant, device)).toMatchObject({ status: 403 });
    }
    expect(await channel.ask('GET', `${address}/nothing`)).toMatchObject({ status: 404 });
    expect(await decide('nothing')).toMatchObject({ status: 404 });
  });
});
