import type { Order } from './order';

/** Builder for tests: an order of 200.00 that was received, bought for 150.00. */
export const anOrder = (changes: Partial<Order> = {}): Order => ({
  id: 'order-1',
  partnerId: 'partner-1',
  ownerId: 'person-1',
  businessId: '0192e4a0-0000-7000-8000-000000000001',
  quoteId: 'quote-1',
  quoteNumber: 'Q-7K2M-0042',
  quoteRevision: 1,
  accountId: 'account-1',
  currency: 'EUR',
  priceBook: { bookId: 'book-eur-gold', version: 3 },
  lines: [],
  totals: { sellNet: '200.00', tax: '46.00', gross: '246.00', buyNet: '150.00', taxGroups: [] },
  purchaseOrderNumber: '',
  note: '',
  state: 'received',
  vendorOrderNumber: 'VO-100001',
  decision: null,
  placedAt: '2026-03-10T09:00:00.000Z',
  receivedAt: '2026-03-10T09:01:00.000Z',
  ...changes,
});
