import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '#shared/domain/pricing/contract';
import { aContract, aContractLine } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { priceBookSource } from '../snapshots/price-book-source';
import { order, publishContractBook, report, stored } from './contracts.test-kit';
import { renewalLines } from '#shared/domain/quote/contract-lines';
import { makeRenewals } from './renewals';

/** 90 days later is 31 May 2026. */
const now = new Date('2026-03-02T10:00:00.000Z');

describe.each(databaseKinds)('renewals on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await publishContractBook(server);
    rep = await server.signIn('rep-1');
  });
  afterAll(() => server.close());

  async function put(changes: Partial<Contract> = {}): Promise<Contract> {
    const id = newId();
    const endsOn = changes.endsOn ?? '2026-05-31';
    const line = aContractLine({ id: `${id}-1`, endsOn, startsOn: '2025-06-01' });
    const contract = aContract({
      id,
      number: `C-${id.slice(-6)}`,
      endsOn,
      startsOn: '2025-06-01',
      lines: [line],
      ...changes,
    });
    await server.database
      .insertInto('record')
      .values({
        type: 'contract',
        id,
        partner_id: contract.partnerId,
        version: 1,
        deleted: false,
        body: JSON.stringify(contract),
      })
      .execute();
    return contract;
  }
  const run = (at = now) => makeRenewals(server.database, priceBookSource(server.chunks), at);
  const quoteFor = async ({ id }: Contract) =>
    (await stored(server, 'quote')).filter(({ contractId, madeToRenew }) => contractId === id && madeToRenew);

  it('ORD-3, PR-51 makes a draft 90 days before the end, for the customer’s owner, and it comes down', async () => {
    const { cookie } = patchOf(await rep.pull());
    const contract = await put();
    expect(await run(new Date('2026-03-01T10:00:00.000Z'))).toBe(0);
    expect(await run()).toBe(1);
    const [quote] = await quoteFor(contract);
    expect(quote).toMatchObject({
      number: expect.stringMatching(/^R-\d{5}$/),
      state: 'draft',
      revision: 1,
      ownerId: 'rep-1',
      accountId: 'account-1',
      title: `Odnowienie umowy ${contract.number}`,
      currency: 'EUR',
      pricingDate: '2026-03-02',
      expiresOn: '2026-06-01',
      items: [{ sku: 'SUB-1', quantity: '5', contractChange: { action: 'renew' } }],
    });
    const { changes } = patchOf(await rep.pull({ cookie }));
    expect(changes.map(({ type, id }) => [type, id])).toEqual(
      expect.arrayContaining([
        ['quote', quote?.id],
        ['contract', contract.id],
      ]),
    );
    expect((await stored(server, 'contract')).find(({ id }) => id === contract.id)?.renewalQuoteId).toBe(
      quote?.id,
    );
  });

  it('ORD-3 once for each contract, however many servers are at it', async () => {
    const contracts = [await put(), await put()];
    const made = await Promise.all([run(), run(), run()]);
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await run()).toBe(0);
    for (const contract of contracts) expect(await quoteFor(contract)).toHaveLength(1);
  });

  it('ORD-3 not of what is over, renewed already, or has nothing left', async () => {
    const over = await put({ endsOn: '2026-03-01' });
    const renewed = await put({ renewedById: 'contract-9' });
    const empty = await put({ lines: [aContractLine({ id: 'gone', quantity: '0', endsOn: '2026-05-31' })] });
    expect(await run()).toBe(0);
    for (const contract of [over, renewed, empty]) expect(await quoteFor(contract)).toEqual([]);
  });

  it('ORD-3 not of what somebody renewed by hand and ordered, though it is not delivered; of a part of it the rest', async () => {
    const [whole, part] = [await put(), await put()];
    for (const [contract, quantity] of [
      [whole, '5'],
      [part, '2'],
    ] as const) {
      const items = renewalLines(contract, newId).map((line) => ({ ...line, quantity }));
      const { refusal } = await order(rep, {
        items,
        changes: { contractId: contract.id },
        contracts: [contract],
      });
      expect(refusal).toBeNull();
    }
    expect(await run()).toBe(1);
    expect(await quoteFor(whole)).toEqual([]);
    expect(await quoteFor(part)).toMatchObject([{ items: [{ quantity: '3' }] }]);
  });

  it('ORD-3 ordering what was made renews the contract', async () => {
    const contract = await put();
    await run();
    const [made] = await quoteFor(contract);
    if (!made) throw new Error('no quote');
    const vendor = await server.signIn('channel-1');
    const { id } = await order(rep, {
      items: made.items,
      changes: { contractId: contract.id },
      contracts: [contract],
    });
    await report(vendor, id, {});
    const next = (await stored(server, 'contract')).find(({ orderId }) => orderId === id);
    expect(next).toMatchObject({ startsOn: '2026-06-01', endsOn: '2027-05-31' });
    const contracts = await stored(server, 'contract');
    expect(contracts.find((each) => each.id === contract.id)?.renewedById).toBe(next?.id);
  });

  it('ORD-3 waits where no book of today has a price in the contract’s currency', async () => {
    const contract = await put({ currency: 'CHF' });
    expect(await run()).toBe(0);
    expect(await quoteFor(contract)).toEqual([]);
  });
});
