/** Random documents to price, of every shape that arbitrary situations have. */
import fc from 'fast-check';
import { situations } from '#shared/domain/quote/arbitrary-situation.test-kit';
import { linesOf, type QuoteLine } from '#shared/domain/quote/quote';
import { aPricing, type Situation } from '#shared/domain/quote/quote.test-kit';
import type { PriceRequestDocument } from '#shared/protocol/price-request';

/** The document that says what a situation does, with nothing left to defaults. */
export function documentOf(situation: Situation): PriceRequestDocument {
  const { quote, book, product, partner, terms, account, role, olderBook } = aPricing(situation);
  const skus = (situation.products ?? [{ sku: 'LIC-1' }]).map(({ sku }) => sku);
  const known = <T>(find: (sku: string) => T | undefined): T[] => skus.flatMap((sku) => find(sku) ?? []);
  const kept = [...new Set(linesOf(quote).flatMap(({ keptVersion }) => keptVersion ?? []))];
  return structuredClone({
    priceBook: {
      header: book.header,
      entries: known(book.entry),
      olderVersions: kept
        .flatMap((version) => olderBook?.(version) ?? [])
        .map((older) => ({ header: older.header, entries: known(older.entry) })),
    },
    products: known(product),
    partner,
    terms,
    account,
    role,
    quote: {
      id: quote.id,
      number: quote.number,
      revision: quote.revision,
      currency: quote.currency,
      pricingDate: quote.pricingDate,
      expiresOn: quote.expiresOn,
      discountPercent: quote.discountPercent,
      lines: oneChosen(linesOf(quote)),
      terms: quote.terms,
      exchangeRate: quote.exchangeRate,
      contractId: quote.contractId,
      dealRegistrationId: quote.dealRegistrationId,
      specialBidId: quote.specialBidId,
    },
  } as unknown as PriceRequestDocument);
}

/** A document in which two alternatives of a group are chosen contradicts itself: only the first stays. */
function oneChosen(lines: readonly QuoteLine[]): QuoteLine[] {
  const groups = new Set<string>();
  return lines.map((line) => {
    const { alternative } = line;
    if (!alternative?.chosen) return line;
    const chosen = !groups.has(alternative.group);
    groups.add(alternative.group);
    return { ...line, alternative: { ...alternative, chosen } };
  });
}

export const documents: fc.Arbitrary<PriceRequestDocument> = situations.map(documentOf);

/** The same JSON with the keys of every object in another order. */
export function withKeysTurned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysTurned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, below]) => [key, withKeysTurned(below)]),
  );
}
