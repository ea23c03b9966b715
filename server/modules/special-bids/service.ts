import type { z } from 'zod';
import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import type {
  SpecialBidDecision,
  vendorSpecialBidListSchema,
  vendorSpecialBidSchema,
} from '#shared/protocol/vendor-special-bid';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { eventsOfChanges } from '../audit/events-of-changes';
import { recordEvents } from '../audit/record-event';
import { priceAgain } from '../sync/authority/price-again';
import { partnerOf } from '../vendor-desk/named-records';
import { changeAsVendor, partnerDesk } from '../vendor-desk/partner-desk';
import { endedSpecialBids, findSpecialBid, waitingSpecialBids } from './repository';

export type SpecialBidService = ReturnType<typeof specialBidService>;
export type DecisionError =
  | { readonly type: 'not-found' }
  | { readonly type: 'already-decided'; readonly state: SpecialBid['state'] }
  /** Terms that are none: `path` says which. */
  | { readonly type: 'bad-terms'; readonly path: string; readonly message: string };

/** The vendor's side of special bids (PR-20): what partners ask for, and what is granted. */
export function specialBidService(database: Database, books: PriceBookSource, clock: Clock) {
  return {
    list: async (): Promise<z.infer<typeof vendorSpecialBidListSchema>> => {
      const rows = [...(await waitingSpecialBids(database)), ...(await endedSpecialBids(database))];
      return {
        specialBids: rows.map(({ body, partnerName, accountName, ownerName }) => {
          const { wanted, terms: _terms, ...specialBid } = body as SpecialBid;
          return { specialBid, partnerName, accountName, ownerName, lineCount: wanted.length };
        }),
      };
    },

    /** undefined: there is no such request. */
    find: async (id: string): Promise<z.infer<typeof vendorSpecialBidSchema> | undefined> => {
      const found = await findSpecialBid(database, id);
      if (!found) return undefined;
      const specialBid = found.body as SpecialBid;
      const { partnerId, partnerName, accountName, ownerName } = found;
      const desk = partnerDesk(database, partnerId, books, clock());
      await desk.records.load([{ type: 'quote', id: specialBid.quoteId }]);
      const quote = desk.records.get('quote', specialBid.quoteId) ?? null;
      const withoutBid = quote?.specialBidId === id ? { ...quote, specialBidId: null } : quote;
      const again = withoutBid && (await priceAgain(withoutBid, desk));
      const names = { partnerName, accountName, ownerName };
      if (!again?.ok) return { specialBid, ...names, quote, priced: null, bookCurrency: null };
      const { priced, input } = again.value;
      return { specialBid, ...names, quote, priced, bookCurrency: input.book.header.currency };
    },

    decide: async (
      session: Session,
      id: string,
      decision: SpecialBidDecision,
    ): Promise<Result<SpecialBid, DecisionError>> => {
      const partnerId = await partnerOf(database, 'specialBid', id);
      if (partnerId === undefined) return err({ type: 'not-found' });
      return changeAsVendor(database, partnerId, books, clock, async ({ queries, records, now }) => {
        await records.load([{ type: 'specialBid', id }]);
        const bid = records.get('specialBid', id);
        if (!bid) return err({ type: 'not-found' as const });
        if (bid.state !== 'requested') return err({ type: 'already-decided' as const, state: bid.state });
        const wrong = whatIsWrong(decision, bid);
        if (wrong) return err({ type: 'bad-terms' as const, ...wrong });
        const decided = decide(bid, decision, session.name, now.toISOString());
        const writes = [{ type: 'specialBid', id, record: decided } as const];
        await recordEvents(queries, eventsOfChanges(writes, records, { partnerId, by: session, at: now }));
        records.write(writes);
        return ok(decided);
      });
    },
  };
}

function decide(bid: SpecialBid, said: SpecialBidDecision, by: string, at: string): SpecialBid {
  const decided: SpecialBid = {
    ...bid,
    state: said.decision,
    decision: { by, at, comment: said.comment },
    updatedAt: at,
  };
  if (said.decision === 'rejected') return decided;
  const { terms, validFrom, validUntil } = said;
  return { ...decided, terms, validFrom, validUntil };
}

/** A bid grants what was asked for: terms for its own SKUs, each once, for at least a day. */
function whatIsWrong(
  said: SpecialBidDecision,
  { wanted }: SpecialBid,
): { readonly path: string; readonly message: string } | undefined {
  if (said.decision === 'rejected') return undefined;
  if (said.validUntil <= said.validFrom) return { path: 'validUntil', message: 'must be after validFrom' };
  const skus = new Set(wanted.map(({ sku }) => sku));
  const seen = new Set<string>();
  for (const [at, { sku }] of said.terms.entries()) {
    const path = `terms.${at}.sku`;
    if (!skus.has(sku)) return { path, message: `${sku} was not asked for` };
    if (seen.has(sku)) return { path, message: `${sku} is there twice` };
    seen.add(sku);
  }
  return undefined;
}
