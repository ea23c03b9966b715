import { z } from 'zod';
import { orderSchema } from '../domain/order/order';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = orderSchema.pick({
  id: true,
  businessId: true,
  quoteId: true,
  quoteRevision: true,
  lines: true,
  totals: true,
  purchaseOrderNumber: true,
  note: true,
});

/**
 * ORD-1: an accepted quote becomes an order, once. The arguments carry the figures the customer saw; the server prices the quote
 * again and refuses on any difference (PR-33).
 */
export const placeOrder = defineMutation<'placeOrder', z.infer<typeof args>>({
  name: 'placeOrder',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  businessId: ({ businessId }) => businessId,
  touches: ({ id, quoteId }) => [
    { type: 'order', id },
    { type: 'quote', id: quoteId },
  ],
  apply: (records, order, { userId, partnerId, capturedAt }) => {
    if (records.get('order', order.id))
      return refuse({ type: 'already-exists', recordType: 'order', id: order.id });
    const quote = records.get('quote', order.quoteId);
    if (!quote) return refuse({ type: 'not-found', recordType: 'quote', id: order.quoteId });
    if (quote.state !== 'accepted' || quote.revision !== order.quoteRevision) {
      return refuse({
        type: 'wrong-state',
        recordType: 'quote',
        id: quote.id,
        state: quote.state,
        wanted: 'accepted',
      });
    }
    if (!quote.accountId) return refuse({ type: 'account-missing' });
    if (order.lines.length === 0) return refuse({ type: 'quote-empty' });
    return ok([
      { type: 'quote', id: quote.id, record: { ...quote, state: 'ordered', updatedAt: capturedAt } },
      {
        type: 'order',
        id: order.id,
        record: {
          ...order,
          partnerId,
          ownerId: userId,
          quoteNumber: quote.number,
          accountId: quote.accountId,
          currency: quote.currency,
          priceBook: quote.priceBook,
          state: 'placed',
          vendorOrderNumber: null,
          decision: null,
          placedAt: capturedAt,
          receivedAt: null,
        },
      },
    ]);
  },
});
