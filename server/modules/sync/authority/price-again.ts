import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import { approvalReasons } from '#shared/domain/approval/approval-reasons';
import type { PriceBook } from '#shared/domain/pricing/price-book';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { contentHash } from '#shared/domain/quote/content-hash';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { PriceQuoteInput } from '#shared/domain/quote/price-quote-input';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { dayInZone } from '#shared/lib/clock';
import { ok, type Result } from '#shared/lib/result';
import { refuse, type Rejection } from '#shared/mutations/rejection';
import type { AuthorityContext } from './authority';
import { partnerTerms } from './partner-terms';

export type PricingContext = Pick<AuthorityContext, 'queries' | 'records' | 'books' | 'partnerId' | 'now'>;

/** A quote as the server finds it: its figures, what approval it needs, and the hash an approval must name. */
export interface PricedAgain {
  readonly input: PriceQuoteInput;
  readonly priced: PricedQuote;
  /** PR-61. */
  readonly contentHash: string;
  /** PR-24, PR-60: all that apply. */
  readonly reasons: readonly ApprovalReason[];
  /** The server's day in the partner's zone. */
  readonly today: string;
}

/**
 * PR-33: prices a quote from the book versions it names, with the partner's terms as they are now. PR-170: limits are those of the person
 * who owns the quote, whoever sends it; of an owner who is gone, a rep's.
 */
export async function priceAgain(
  quote: Quote,
  context: PricingContext,
): Promise<Result<PricedAgain, Rejection>> {
  const { queries, records, books, partnerId } = context;
  const { bookId, version } = quote.priceBook;
  // What the partner's own people may read, even when the vendor's look at it.
  const reader = { partnerId, role: 'rep' } as const;
  const source = await books.find(queries, reader, quote.priceBook);
  await records.load([
    { type: 'partner', id: partnerId },
    { type: 'person', id: quote.ownerId },
    { type: 'account', id: quote.accountId ?? '-' },
  ]);
  const partner = records.get('partner', partnerId);
  if (!source || !partner) {
    const newestVersion = await books.newest(queries, reader, bookId);
    return refuse({ type: 'price-book-unavailable', bookId, version, newestVersion });
  }
  const account = quote.accountId === null ? null : (records.get('account', quote.accountId) ?? 'gone');
  if (account === 'gone') return refuse({ type: 'account-missing' });

  const older = new Map<number, PriceBook>();
  const keptVersions = new Set(linesOf(quote).flatMap(({ keptVersion }) => keptVersion ?? []));
  for (const kept of keptVersions) {
    const found = await books.find(queries, reader, { bookId, version: kept });
    if (found) older.set(kept, found.book);
  }
  const role = records.get('person', quote.ownerId)?.role ?? 'rep';
  const terms = await partnerTerms(records);
  const olderBook = (kept: number) => older.get(kept);
  const input: PriceQuoteInput = { quote, ...source, olderBook, partner, terms, account, role };
  const priced = priceQuote(input);
  return ok({
    input,
    priced,
    contentHash: contentHash(quote, priced),
    reasons: approvalReasons(input, priced),
    today: dayInZone(context.now, partner.timeZone),
  });
}
