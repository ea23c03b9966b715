import { describe, expect, it } from 'vitest';
import { anOrder } from './an-order.test-kit';
import { filterOrders, noOrderFilter } from './order-filter';

const all = [
  anOrder({ id: 'o1', purchaseOrderNumber: 'PO-77' }),
  anOrder({
    id: 'o2',
    purchaseOrderNumber: '',
    state: 'paid',
    vendorOrderNumber: 'SO-1001',
    accountId: 'a2',
    ownerId: 'boris',
  }),
];
const idsFor = (filter: Partial<typeof noOrderFilter>) =>
  filterOrders(all, { ...noOrderFilter, ...filter }, (id) => (id === 'a2' ? 'Школа № 5' : 'Acme')).map(
    ({ id }) => id,
  );

describe('ORD-1 order filters', () => {
  it('leave everything when empty', () => expect(idsFor({})).toEqual(['o1', 'o2']));
  it.each([
    ["the customer's order number", 'po-77', ['o1']],
    ["the vendor's number", 'SO-1001', ['o2']],
    ["the quote's number", 'Q-7K2M', ['o1', 'o2']],
    ["the customer's name", 'школа', ['o2']],
  ])('find by %s', (_what, text, ids) => expect(idsFor({ text })).toEqual(ids));
  it('keep the chosen states', () => expect(idsFor({ states: ['paid'] })).toEqual(['o2']));
  it("keep one owner's orders", () => expect(idsFor({ ownerId: 'anna' })).toEqual(['o1']));
});
