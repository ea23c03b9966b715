import type { z } from 'zod';
import { specialBidSchema } from '../domain/pricing/granted-terms';
import { linesOf } from '../domain/quote/quote';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = specialBidSchema.pick({
  id: true,
  quoteId: true,
  justification: true,
  competitor: true,
  wanted: true,
});

/** PR-20: asks the vendor for special prices for one quote. Until they are granted nothing changes in it. */
export const requestSpecialBid = defineMutation<'requestSpecialBid', z.infer<typeof args>>({
  name: 'requestSpecialBid',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, quoteId }) => [
    { type: 'specialBid', id },
    { type: 'quote', id: quoteId },
  ],
  apply: (records, request, { userId, partnerId, capturedAt }) => {
    const { id, quoteId } = request;
    if (records.get('specialBid', id)) {
      return refuse({ type: 'already-exists', recordType: 'specialBid', id });
    }
    const quote = records.get('quote', quoteId);
    if (!quote) return refuse({ type: 'not-found', recordType: 'quote', id: quoteId });
    const lines = new Map(linesOf(quote).map((line) => [line.id, line]));
    const stranger = request.wanted.find(({ lineId, sku }) => lines.get(lineId)?.sku !== sku);
    if (stranger) return refuse({ type: 'item-not-found', itemId: stranger.lineId });
    const record = {
      ...request,
      partnerId,
      ownerId: userId,
      quoteNumber: quote.number,
      accountId: quote.accountId,
      currency: quote.currency,
      state: 'requested' as const,
      terms: [],
      number: null,
      validFrom: null,
      validUntil: null,
      decision: null,
      requestedAt: capturedAt,
      updatedAt: capturedAt,
    };
    return ok([{ type: 'specialBid', id, record }]);
  },
});
