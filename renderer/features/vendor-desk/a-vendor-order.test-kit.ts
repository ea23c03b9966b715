import type { VendorOrder } from './vendor-desk-api';

/** Builder for tests: an order waiting for the vendor's decision. */
export const aVendorOrder = (
  order: Partial<VendorOrder['order']> = {},
  around: Partial<Omit<VendorOrder, 'order'>> = {},
): VendorOrder => ({
  order: {
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
    totals: { sellNet: '200.00', tax: '46.00', gross: '246.00', buyNet: '150.00', taxGroups: [] },
    purchaseOrderNumber: '',
    note: '',
    state: 'received',
    vendorOrderNumber: 'SO-1',
    decision: null,
    placedAt: '2026-11-18T18:40:00.000Z',
    receivedAt: '2026-11-18T18:41:00.000Z',
    ...order,
  },
  partnerName: 'Acme IT',
  accountName: 'Acme',
  lineCount: 1,
  ...around,
});
