import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import { ok } from '#shared/lib/result';
import type { Authority } from './authority';
import { nextNumber } from './next-number';
import { withRecords, writtenOf } from './writes';

/** A request for special prices is received: it gets the vendor's number, by which both sides speak of it, and the server's time. */
export const requestSpecialBidAuthority: Authority = async (writes, { queries, now }) => {
  const at = now.toISOString();
  const record: SpecialBid = {
    ...writtenOf(writes, 'specialBid'),
    number: `SB-${await nextNumber(queries, 'special_bid_number')}`,
    requestedAt: at,
    updatedAt: at,
  };
  return ok(withRecords(writes, { type: 'specialBid', id: record.id, record }));
};
