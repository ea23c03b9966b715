import type { PriceQuoteInput } from '../domain/quote/price-quote-input';
import type { PriceBook } from '../domain/pricing/price-book';
import { addDays } from '../lib/clock';
import { defaultLineId } from './price-contradictions';
import type { PriceRequest } from './price-request';

type BookVersion = Pick<PriceRequest['priceBook'], 'header' | 'entries'>;

/** What the engine prices, from a document: what the document left out gets a name by its place, or belongs to its one partner and customer. */
export function toPriceQuoteInput(request: PriceRequest): PriceQuoteInput {
  const { priceBook, products, partner, account, role } = request;
  const partnerId = partner.partnerId ?? partner.id;
  const country = partner.country ?? partner.taxPolicy.sellerCountry;
  const currency = partner.currency ?? priceBook.header.currency;
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const older = new Map(priceBook.olderVersions.map((book) => [book.header.version, toBook(book)]));
  return {
    quote: quoteOf(request, partnerId),
    book: toBook(priceBook),
    olderBook: (version) => older.get(version),
    product: (sku) => bySku.get(sku),
    partner: { ...partner, partnerId, country, currency },
    terms: termsOf(request, partnerId),
    account: account && { ...account, partnerId: account.partnerId ?? partnerId },
    role,
  };
}

function toBook({ header, entries }: BookVersion): PriceBook {
  const bySku = new Map(entries.map((entry) => [entry.sku, entry]));
  return { header, entry: (sku) => bySku.get(sku) };
}

function quoteOf({ priceBook, quote, account }: PriceRequest, partnerId: string): PriceQuoteInput['quote'] {
  const { bookId, version, currency, policy, publishedAt } = priceBook.header;
  const { lines, expiresOn, ...given } = quote;
  return {
    ...given,
    partnerId,
    ownerId: 'rep',
    state: 'draft',
    title: '',
    accountId: account?.id ?? null,
    contactId: null,
    opportunityId: null,
    currency: quote.currency ?? currency,
    priceBook: { bookId, version },
    expiresOn: expiresOn ?? addDays(quote.pricingDate, policy.quoteValidityDays),
    documentLanguage: 'en',
    items: lines.map((line, index) => ({ ...line, id: line.id ?? defaultLineId(index) })),
    introduction: '',
    internalNotes: '',
    createdAt: publishedAt,
    updatedAt: publishedAt,
  };
}

function termsOf({ terms, quote, account, priceBook }: PriceRequest, own: string): PriceQuoteInput['terms'] {
  const customer = account?.id ?? 'customer';
  return {
    agreements: terms.agreements.map(({ id, partnerId, name, ...agreement }, index) => {
      const called = id ?? `agreement-${index + 1}`;
      return { ...agreement, id: called, partnerId: partnerId ?? own, name: name ?? called };
    }),
    promotions: terms.promotions.map(({ id, partnerId, name, ...promotion }, index) => ({
      ...promotion,
      id: id ?? `promotion-${index + 1}`,
      partnerId: partnerId ?? own,
      name: name ?? promotion.code,
    })),
    dealRegistrations: terms.dealRegistrations.map(({ partnerId, number, accountId, ...registration }) => ({
      ...registration,
      partnerId: partnerId ?? own,
      number: number ?? registration.id,
      accountId: accountId ?? customer,
    })),
    specialBids: terms.specialBids.map(
      ({ partnerId, accountId, quoteId, currency, number, wanted, ...bid }) => ({
        ...bid,
        partnerId: partnerId ?? own,
        accountId: accountId === undefined ? (account?.id ?? null) : accountId,
        quoteId: quoteId ?? quote.id,
        currency: currency ?? priceBook.header.currency,
        number: number === undefined ? bid.id : number,
        wanted: wanted ?? [],
      }),
    ),
    contracts: terms.contracts.map(({ partnerId, accountId, number, ...contract }) => ({
      ...contract,
      partnerId: partnerId ?? own,
      accountId: accountId ?? customer,
      number: number ?? contract.id,
    })),
  };
}
