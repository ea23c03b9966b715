import type { Order } from '#shared/domain/order/order';

/** Builder for tests: an order just placed on the device, with what the test cares about changed. */
export const anOrder = (changes: Partial<Order> = {}): Order => ({
  id: 'order-1',
  partnerId: 'p1',
  ownerId: 'anna',
  businessId: '0192e4a0-0000-7000-8000-000000000001',
  quoteId: 'q1',
  quoteNumber: 'Q-7K2M-0042',
  quoteRevision: 1,
  accountId: 'a1',
  currency: 'EUR',
  priceBook: { bookId: 'book', version: 1 },
  lines: [
    {
      lineId: 'l1',
      sku: 'NP-1',
      description: 'Firewall',
      quantity: '2',
      sellNet: '200.00',
      buyNet: '150.00',
    },
  ],
  totals: {
    sellNet: '200.00',
    tax: '46.00',
    gross: '246.00',
    buyNet: '150.00',
    taxGroups: [{ category: 'standard', percent: '23', net: '200.00', tax: '46.00' }],
  },
  purchaseOrderNumber: 'PO-77',
  note: '',
  state: 'placed',
  vendorOrderNumber: null,
  decision: null,
  placedAt: '2026-11-21T18:40:00.000Z',
  receivedAt: null,
  ...changes,
});
