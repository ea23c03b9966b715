import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import { divide, type Exact } from '#shared/domain/money/exact';
import { formatRounded, trimDecimals } from '#shared/domain/money/format-decimal';
import { decimal } from '#shared/domain/money/parse-decimal';
import { parseInput, type InputError } from '#shared/domain/money/parse-input';
import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import { linesOf, type Quote } from '#shared/domain/quote/quote';

export interface WantedRead {
  readonly wanted: SpecialBid['wanted'];
  readonly problems: ReadonlyMap<string, InputError['type']>;
}

/** The prices typed for the chosen lines, by line id. A chosen line without a price is a problem; a text is never thrown away. */
export function readWanted(
  quote: Pick<Quote, 'items'>,
  chosen: ReadonlySet<string>,
  texts: Readonly<Record<string, string>>,
  locale: string,
): WantedRead {
  const problems = new Map<string, InputError['type']>();
  const wanted = linesOf(quote).flatMap(({ id, sku, quantity }) => {
    if (!chosen.has(id)) return [];
    const price = parseInput(texts[id] ?? '', 'price', locale);
    if (price.ok) return [{ lineId: id, sku, quantity, unitPrice: price.value }];
    problems.set(id, price.error.type);
    return [];
  });
  return { wanted, problems };
}

const trialId = 'wanted';

/**
 * The quote as it would be with the wanted prices granted, to see what they would earn. A special price is in the book's currency: for a
 * quote in another one it is converted back, to 6 decimals.
 */
export function asIfGranted(
  quote: Quote,
  terms: PartnerTerms,
  wanted: SpecialBid['wanted'],
  rate: string | null,
): { readonly quote: Quote; readonly terms: PartnerTerms } {
  const toBook = (price: string): string =>
    rate === null ? price : trimDecimals(formatRounded(inBook(price, rate), 6, 'half-up'), 0);
  const bid: SpecialBid = {
    id: trialId,
    partnerId: quote.partnerId,
    ownerId: quote.ownerId,
    quoteId: quote.id,
    quoteNumber: quote.number,
    accountId: quote.accountId,
    currency: quote.currency,
    state: 'granted',
    justification: '',
    competitor: '',
    wanted: [...wanted],
    terms: wanted.map(({ sku, unitPrice }) => ({
      sku,
      price: { kind: 'net', unitPrice: toBook(unitPrice) },
      maxQuantity: null,
    })),
    number: trialId,
    validFrom: quote.pricingDate,
    validUntil: quote.expiresOn,
    decision: null,
    requestedAt: quote.updatedAt,
    updatedAt: quote.updatedAt,
  };
  return {
    quote: { ...quote, specialBidId: trialId },
    terms: { ...terms, specialBids: [...terms.specialBids, bid] },
  };
}

const inBook = (price: string, rate: string): Exact => divide(decimal(price), decimal(rate));
