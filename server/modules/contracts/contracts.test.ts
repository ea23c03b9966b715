import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendmentLine, renewalLines } from '#shared/domain/quote/contract-lines';
import { lines } from '#shared/domain/quote/quote.test-kit';
import type { Contract } from '#shared/domain/pricing/contract';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { contractsOf, order, publishContractBook, report, stored, storedOrder } from './contracts.test-kit';
import { fulfilLeftOver } from './jobs';
import { priceBookSource } from '../snapshots/price-book-source';

const sub = { sku: 'SUB-1', quantity: '5' };

describe.each(databaseKinds)('contracts of fulfilled orders on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let vendor: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await publishContractBook(server);
    rep = await server.signIn('rep-1');
    vendor = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  /** A contract of 5 x SUB-1 from the test's day on, as an order made it. */
  async function aRunningContract(): Promise<Contract> {
    const { id, refusal } = await order(rep, { items: lines(sub) });
    expect(refusal).toBeNull();
    expect(await report(vendor, id, {})).toMatchObject({ status: 200 });
    const [contract] = await contractsOf(server, id);
    if (!contract) throw new Error('no contract');
    return contract;
  }
  const reduceBy = (contract: Contract, quantity: string) => {
    const [line] = contract.lines;
    if (!line) throw new Error('no line');
    const items = [amendmentLine(line, { id: newId(), action: 'reduce', quantity, startsOn: '2026-06-01' })];
    return order(rep, { items, changes: { contractId: contract.id }, contracts: [contract] });
  };
  const now = async (contract: Contract) => {
    const found = (await stored(server, 'contract')).find(({ id }) => id === contract.id);
    if (!found) throw new Error('no contract');
    return found;
  };

  it('ORD-2 recurring lines become a contract at the unit prices they were ordered at, one-time lines assets', async () => {
    const { id } = await order(rep, {
      items: lines({ ...sub, discountPercent: '10' }, { quantity: '3' }),
      changes: { discountPercent: '0' },
    });
    expect(await contractsOf(server, id)).toEqual([]);
    await report(vendor, id, { kind: 'shipped', reference: 'DN-1' });
    const [contract, ...more] = await contractsOf(server, id);
    expect(more).toEqual([]);
    expect(contract).toMatchObject({
      number: expect.stringMatching(/^C-1\d{5}$/),
      accountId: 'account-1',
      currency: 'EUR',
      startsOn: testDay,
      endsOn: '2027-03-09',
      orderId: id,
      lines: [
        {
          sku: 'SUB-1',
          quantity: '5',
          period: 'month',
          listUnit: '10.00',
          buyUnit: '9.50',
          sellUnit: '9.00',
        },
      ],
    });
    const assets = (await stored(server, 'asset')).filter((asset) => asset.orderId === id);
    expect(assets).toMatchObject([
      { sku: 'LIC-1', quantity: '3', contractId: null, startsOn: testDay, endsOn: null, state: 'active' },
    ]);
    expect(await storedOrder(server, id)).toMatchObject({
      state: 'shipped',
      fulfilledAt: `${testDay}T10:00:00.000Z`,
    });
  });

  it('ORD-2 counts each order once, however often and by whatever step it is reported', async () => {
    const { id } = await order(rep, { items: lines(sub, { quantity: '1' }) });
    const steps = ['invoiced', 'shipped', 'delivered', 'paid'] as const;
    await Promise.all(steps.map((step) => report(vendor, id, { kind: step, reference: 'X-1' })));
    await report(vendor, id, { kind: 'shipped', reference: 'X-2' });
    await fulfilLeftOver(server.database, priceBookSource(server.chunks), new Date(`${testDay}T12:00:00Z`));
    expect(await contractsOf(server, id)).toHaveLength(1);
    expect((await stored(server, 'asset')).filter((asset) => asset.orderId === id)).toHaveLength(1);
  });

  it('ORD-2 an order from before orders had terms gets them from its quote at its version', async () => {
    const { id } = await order(rep, { items: lines(sub) });
    const { lines: ordered, ...rest } = await storedOrder(server, id);
    const old = { ...rest, lines: ordered.map(({ terms: _terms, ...line }) => line) };
    await server.database
      .updateTable('record')
      .set({ body: JSON.stringify(old) })
      .where('id', '=', id)
      .execute();
    await report(vendor, id, {});
    expect(await contractsOf(server, id)).toMatchObject([{ lines: [{ sku: 'SUB-1', sellUnit: '10.00' }] }]);
  });

  it('PR-50 added units join the contract to its end, at the price they were ordered at', async () => {
    const contract = await aRunningContract();
    const [line] = contract.lines;
    if (!line) throw new Error('no line');
    const items = [
      amendmentLine(line, { id: newId(), action: 'add', quantity: '2', startsOn: '2026-09-10' }),
    ];
    const { id, refusal } = await order(rep, {
      items,
      changes: { contractId: contract.id },
      contracts: [contract],
    });
    expect(refusal).toBeNull();
    await report(vendor, id, {});
    expect(await contractsOf(server, id)).toEqual([]);
    expect(await now(contract)).toMatchObject({
      endsOn: contract.endsOn,
      lines: [
        { id: line.id, quantity: '5' },
        { sku: 'SUB-1', quantity: '2', startsOn: '2026-09-10', endsOn: contract.endsOn, buyUnit: '9.50' },
      ],
    });
  });

  it('PR-50 the same units are given back once, in whichever of two quotes comes first', async () => {
    const contract = await aRunningContract();
    const first = await reduceBy(contract, '3');
    expect(first.refusal).toBeNull();
    // Not yet fulfilled: the contract still says 5, and only 2 are left.
    expect((await reduceBy(contract, '3')).refusal).toEqual({ type: 'contract-overdrawn', skus: ['SUB-1'] });
    const last = await reduceBy(contract, '2');
    expect(last.refusal).toBeNull();
    for (const { id } of [first, last]) await report(vendor, id, {});
    expect(await now(contract)).toMatchObject({ lines: [{ quantity: '0' }] });
  });

  it('PR-50 what the vendor rejected takes nothing away', async () => {
    const contract = await aRunningContract();
    const { id } = await reduceBy(contract, '5');
    await vendor.ask('POST', `/api/v1/vendor/orders/${id}/decision`, { decision: 'rejected', reason: 'no' });
    expect((await reduceBy(contract, '5')).refusal).toBeNull();
    expect(await report(vendor, id, {})).toMatchObject({ status: 409 });
  });

  it('PR-51 a renewal is a contract that follows, and renews each unit once', async () => {
    const contract = await aRunningContract();
    const renewal = {
      items: renewalLines(contract, newId),
      changes: { contractId: contract.id },
      contracts: [contract],
    };
    const { id, refusal } = await order(rep, renewal);
    expect(refusal).toBeNull();
    await report(vendor, id, { kind: 'delivered' });
    const [next] = await contractsOf(server, id);
    expect(next).toMatchObject({ startsOn: '2027-03-10', endsOn: '2028-03-09', lines: [{ quantity: '5' }] });
    expect(await now(contract)).toMatchObject({ renewedById: next?.id, lines: [{ quantity: '5' }] });
    expect((await order(rep, renewal)).refusal).toMatchObject({ type: 'contract-overdrawn' });
  });

  it('ADM-5 says what began and what renewed what', async () => {
    const rows = await server.database.selectFrom('event').select(['type', 'data']).orderBy('seq').execute();
    const begun = rows.filter(({ type }) => type === 'contract.started' || type === 'contract.renewed');
    expect(begun.some(({ type }) => type === 'contract.renewed')).toBe(true);
    expect(begun[0]?.data).toMatchObject({ number: expect.stringMatching(/^C-/), follows: null });
  });
});
